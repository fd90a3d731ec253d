using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CourseTests;

/// <summary>Which room of the library may know which, read from the sources.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Each room, and those that it may use. Notebooks, the outermost, may use all.</summary>
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Display"] = [],
        ["Matrices"] = ["Display"],
        ["Autodiff"] = ["Matrices", "Display"],
        ["Layers"] = ["Autodiff", "Matrices", "Display"],
        ["Data"] = ["Matrices", "Display"],
        ["Charts"] = ["Matrices", "Display"],
        ["Training"] = ["Layers", "Autodiff", "Data", "Matrices", "Display"],
        ["Models"] = ["Training", "Layers", "Autodiff", "Data", "Charts", "Matrices", "Display"],
    };

    [Fact]
    public void Rooms_of_the_library_use_only_the_rooms_below_them()
    {
        var wrong =
            from file in Sources("lib")
            let room = Path.GetRelativePath(RepositoryFolder.Combine("lib"), file).Split(Path.DirectorySeparatorChar)[0]
            where room != "Notebooks"
            from used in Names(file, "CourseLib").Distinct()
            where used != room && !Allowed[room].Contains(used)
            select $"{Path.GetRelativePath(RepositoryFolder.Path, file)} uses {used}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_room_has_its_place_in_the_order()
    {
        var rooms = Directory.GetDirectories(RepositoryFolder.Combine("lib")).Select(Path.GetFileName);

        Assert.Equal(rooms.Order(), Allowed.Keys.Append("Notebooks").Order());
        Assert.All(Allowed, room => Assert.All(room.Value, below => Assert.DoesNotContain(room.Key, Allowed[below])));
    }

    [Fact]
    public void The_library_and_the_host_do_not_know_each_other()
    {
        Assert.DoesNotContain(Sources("lib"), file => Names(file, "NotebookHost").Any());
        Assert.DoesNotContain(Sources("host"), file => Names(file, "CourseLib").Any());
    }

    [Fact]
    public void The_locked_packages_of_every_project_know_what_the_host_uses_now()
    {
        var used = PackageReference().Matches(File.ReadAllText(RepositoryFolder.Combine("host", "course.csproj"))).Select(match => match.Groups[1].Value).Order();
        foreach (var lockFile in Directory.EnumerateFiles(RepositoryFolder.Path, "packages.lock.json", SearchOption.AllDirectories))
        {
            var packages = JsonNode.Parse(File.ReadAllText(lockFile))!["dependencies"]!.AsObject().First().Value!;
            if (packages["course"] is { } host)
                Assert.True(used.SequenceEqual(host["dependencies"]!.AsObject().Select(one => one.Key).Order()), $"{lockFile} is not up to date: dotnet restore {Path.GetDirectoryName(lockFile)} -p:RestoreLockedMode=false");
        }
    }

    static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(RepositoryFolder.Combine(folder), "*.cs", SearchOption.AllDirectories);

    // The first name behind the root namespace, wherever it is written out: in a using, or in the code itself.
    static IEnumerable<string> Names(string file, string root) =>
        QualifiedName().Matches(File.ReadAllText(file)).Where(match => match.Groups["root"].Value == root).Select(match => match.Groups["room"].Value);

    [GeneratedRegex("<PackageReference Include=\"([^\"]+)\"")]
    private static partial Regex PackageReference();

    [GeneratedRegex(@"\b(?<root>CourseLib|NotebookHost)\.(?<room>[A-Z]\w*)\b(?!\.dll)")]
    private static partial Regex QualifiedName();
}
