using NotebookHost.Caching;
using NotebookHost.Programs;

namespace CourseTests.Programs;

public sealed class ProgramCopyTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public void A_copy_is_whole_and_takes_nothing_along_that_lies_beside_the_program()
    {
        var copy = ProgramCopy.MakePlain(ProgramCopy.Build);
        var names = Directory.GetFiles(copy).Select(Path.GetFileName).ToList();

        Assert.Empty(new[] { ProgramCopy.ProgramFile, "course.runtimeconfig.json", "Microsoft.CodeAnalysis.CSharp.dll", "NetMQ.dll" }.Except(names));
        Assert.DoesNotContain("CourseTests.dll", names); // which is in the folder that these tests run from
        Assert.Equal(ProgramCopy.State(ProgramCopy.Build), ProgramCopy.State(copy));
    }

    [Fact]
    public void Another_program_in_the_folder_makes_no_other_state_but_a_newer_build_does()
    {
        foreach (var file in new DirectoryInfo(ProgramCopy.Build).GetFiles("*.*").Where(file => file.Extension is ".dll" or ".json" or ".xml" or ""))
            file.CopyTo(Path.Combine(folder.Path, file.Name));
        var before = ProgramCopy.State(folder.Path);

        folder.Write("other.dll", "not of the program");
        Assert.Equal(before, ProgramCopy.State(folder.Path));

        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, ProgramCopy.ProgramFile), DateTime.UtcNow);
        Assert.NotEqual(before, ProgramCopy.State(folder.Path));
    }

    [Fact]
    public void Code_becomes_machine_code_and_what_is_no_code_stays_as_it_is()
    {
        var code = Path.Combine(folder.Path, "NetMQ.dll");
        File.Copy(Path.Combine(ProgramCopy.Build, "NetMQ.dll"), code);
        var size = new FileInfo(code).Length;
        var other = folder.Write("other.dll", "no code");

        try
        {
            Precompiler.Compile(folder.Path);
        }
        catch (PrecompilerException offline)
        {
            Assert.Skip(offline.Message);
        }

        Assert.InRange(new FileInfo(code).Length, size * 3 / 2, long.MaxValue); // both, the code and its compiled form
        Assert.Equal("no code", File.ReadAllText(other));
    }

    [Fact]
    public void What_was_not_used_for_long_is_removed()
    {
        foreach (var name in (string[])["old/file", "new/file", "old.dll", "new.dll"])
            folder.Write(name, "");
        var entries = new DirectoryInfo(folder.Path).GetFileSystemInfos();
        foreach (var old in entries.Where(entry => entry.Name.StartsWith("old", StringComparison.Ordinal)))
            old.LastWriteTimeUtc = DateTime.UtcNow - TimeSpan.FromDays(40);

        Disused.Remove(entries, TimeSpan.FromDays(30));

        Assert.Equal(["new", "new.dll"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Where_no_copy_can_be_made_the_reason_is_told_and_the_program_goes_on()
    {
        folder.Write("file", "no folder");
        var said = new List<string>();

        Assert.Null(ProgramCopy.TryMakeCompiled(ProgramCopy.Build, said.Add, Path.Combine(folder.Path, "file", "kernels")));
        Assert.Contains("notebooks start more slowly", said[^1], StringComparison.Ordinal);
    }
}
