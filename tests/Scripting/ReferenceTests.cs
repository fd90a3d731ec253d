using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookHost.Caching;
using NotebookHost.Scripting;

namespace CourseTests.Scripting;

public sealed class ReferenceTests : IDisposable
{
    readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_dll_is_found_from_the_working_directory_and_so_are_its_siblings()
    {
        var inner = Compile("libs/Inner.dll", "public class Inner { public int Value => 41; }");
        Compile("libs/Outer.dll", "public class Outer : Inner { public static int One => new Inner().Value - 40; }", inner);
        await session.Ok("#r \"libs/Outer.dll\"\nnew Outer().Value + Outer.One");
        Assert.Equal("42", session.ResultText);
        await session.Ok("Outer.One");
        Assert.Equal("1", session.ResultText);
    }

    [Fact]
    public async Task A_reference_inside_a_loaded_file_is_relative_to_that_file()
    {
        Compile("deep/lib/Thing.dll", "public class Thing { public string Name => \"şey\"; }");
        session.Write("deep/use.csx", "#r \"lib/Thing.dll\"\nstring NameOfThing() => new Thing().Name;");
        await session.Ok("#load \"deep/use.csx\"\nNameOfThing()");
        Assert.Equal("şey", session.ResultText);
    }

    [Fact]
    public async Task A_missing_or_unfit_dll_says_what_to_do()
    {
        var missing = await session.Fails("#r \"gone.dll\"\n1");
        Assert.Contains("'gone.dll' was not found", missing.Message);
        Assert.Contains("dotnet build", missing.Message);

        session.Write("text.dll", "this is no program");
        var unfit = await session.Fails("#r \"text.dll\"\n1");
        Assert.Contains("text.dll", unfit.Message);
        await session.Ok("1");
    }

    [Fact]
    public async Task An_assembly_of_dotnet_can_be_named_alone()
    {
        await session.Ok("#r \"System.Net.Http\"\ntypeof(System.Net.Http.HttpClient).Name");
        Assert.Equal("HttpClient", session.ResultText);
    }

    [Fact]
    public async Task A_package_comes_from_the_feeds_of_the_users_configuration()
    {
        session.UseFeed(("Course.Sample", "1.2.0", "namespace Sample; public static class Hello { public static string To(string n) => \"Merhaba \" + n; }"));
        await session.Ok("#r \"nuget: Course.Sample, 1.2.0\"\nSample.Hello.To(\"dünya\")");
        Assert.Equal("Merhaba dünya", session.ResultText);
    }

    [Fact]
    public async Task A_package_that_is_not_there_is_one_sentence_with_package_version_and_feeds()
    {
        session.UseFeed(("Course.Sample", "1.2.0", "public class Sample { }"));
        var error = await session.Fails("#r \"nuget: Course.Missing, 9.9.9\"\n1");
        Assert.Contains("The package 'Course.Missing', version 9.9.9 is in none of the NuGet feeds", error.Message);
        Assert.Contains("local-feed", error.Message);
        Assert.DoesNotContain('\n', error.Message);

        var version = await session.Fails("#r \"nuget: Course.Sample, 7.0.0\"\n1");
        Assert.Contains("'Course.Sample', version 7.0.0", version.Message);
        Assert.Contains("1.2.0", version.Message);
    }

    [Fact]
    public async Task What_follows_from_a_missing_package_is_not_listed()
    {
        session.UseFeed(("Course.Sample", "1.2.0", "public class Sample { }"));
        await session.Fails("#r \"nuget: Course.Missing, 9.9.9\"\nusing Missing;\nnew Absent().Value");

        Assert.DoesNotContain("Absent", session.Traceback);
        Assert.Contains("Course.Missing", session.Traceback);
    }

    [Fact]
    public async Task A_missing_package_is_asked_for_again_when_the_feeds_have_changed_and_not_before()
    {
        var id = $"Course.Late{Guid.NewGuid():N}";
        session.UseFeed(("Course.Sample", "1.2.0", "public class Sample { }"));
        var first = await session.Fails($"#r \"nuget: {id}, 1.0.0\"\n1");
        var asked = Directory.GetFiles(HostFolders.Cache("packages"), "absent-*", SearchOption.AllDirectories).Single(file => File.ReadAllText(file).Contains(id, StringComparison.Ordinal));
        File.WriteAllText(asked, "as remembered");
        var again = await session.Fails($"#r \"nuget: {id}, 1.0.0\"\n1");

        Assert.Contains("in none of the NuGet feeds", first.Message, StringComparison.Ordinal);
        Assert.Contains("as remembered", again.Message, StringComparison.Ordinal);

        session.UseFeed((id, "1.0.0", "public class Late { public int One => 1; }"));
        await session.Ok($"#r \"nuget: {id}, 1.0.0\"\nnew Late().One");
    }

    [Fact]
    public async Task After_a_missing_package_the_others_of_the_cell_are_not_waited_for()
    {
        session.UseFeed(("Course.Sample", "1.2.0", "public class Sample { }"));
        await session.Fails("#r \"nuget: Course.Missing, 9.9.9\"\n#r \"nuget: Course.Sample, 1.2.0\"\n1");
        Assert.Contains("'Course.Sample', version 1.2.0 was not looked for, because 'Course.Missing', version 9.9.9 is missing", session.Traceback, StringComparison.Ordinal);

        await session.Ok("#r \"nuget: Course.Sample, 1.2.0\"\nnew Sample() is not null");
    }

    [Fact]
    public async Task A_malformed_package_line_shows_the_right_form()
    {
        var error = await session.Fails("#r \"nuget: Some Thing; 3\"\n1");
        Assert.Contains("#r \"nuget: Id, version\"", error.Message);
    }

    [Fact]
    public async Task A_package_brings_what_it_depends_on_and_others_may_join_it()
    {
        session.UseFeed(chained: true,
            ("Course.Base", "1.0.0", "public class Base { public virtual string Name => \"base\"; }"),
            ("Course.Top", "2.0.0", "public class Top : Base { public override string Name => \"top\"; }"));
        await session.Ok("#r \"nuget: Course.Top, 2.0.0\"\nnew Base().Name + new Top().Name");
        Assert.Equal("basetop", session.ResultText);

        session.UseFeed(chained: false, ("Course.Second", "1.0.0", "public class Second { public int One => 1; }"));
        await session.Ok("#r \"nuget: Course.Second, 1.0.0\"\nnew Top().Name + new Second().One");
        Assert.Equal("top1", session.ResultText);
    }

    [Fact]
    public async Task Sessions_that_restore_the_same_package_at_once_wait_for_each_other()
    {
        var id = $"Course.Shared{Guid.NewGuid():N}";
        session.UseFeed((id, "1.0.0", "public class Shared { }"));
        var restored = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(
            () => new NuGetRestorer(session.Folder).Restore(new NuGetPackage(id, "1.0.0"), TestContext.Current.CancellationToken))));
        Assert.All(restored, assets => Assert.EndsWith(id + ".dll", Assert.Single(assets.RuntimeFiles)));
    }

    [Fact]
    public async Task A_dll_may_have_another_file_name_than_its_assembly()
    {
        Compile("Inner.dll", "public class Renamed { public int Value => 3; }");
        File.Move(Path.Combine(session.Folder, "Inner.dll"), Path.Combine(session.Folder, "another name.dll"));
        await session.Ok("#r \"another name.dll\"\nnew Renamed().Value");
        Assert.Equal("3", session.ResultText);
    }

    [Fact]
    public async Task A_dll_that_is_built_again_does_not_disturb_the_session_and_the_next_one_sees_it()
    {
        Compile("lib/Built.dll", "public class Built { public int Version => 1; }");
        await session.Ok("#r \"lib/Built.dll\"\nnew Built().Version");
        await session.Ok("typeof(Built).Assembly.Location");
        Assert.False(session.ResultText!.StartsWith(session.Folder, StringComparison.Ordinal), session.ResultText);

        Compile("lib/Built.dll", "public class Built { public int Version => 2; } public class More { }");
        await session.Ok("new Built().Version");
        Assert.Equal("1", session.ResultText);

        using var next = new CSharpEngine(session.Folder);
        var shown = new List<CellOutput>();
        await next.RunAsync("#r \"lib/Built.dll\"\nnew Built().Version", shown.Add, TestContext.Current.CancellationToken);
        Assert.Equal("2", Assert.IsType<ResultOutput>(Assert.Single(shown)).Data["text/plain"]);
    }

    [Fact]
    public async Task What_failed_in_one_cell_is_not_told_of_another()
    {
        await session.Fails("#r \"a.dll\"");
        var error = await session.Fails("#r \"data.dll\"");
        Assert.Contains("'data.dll' was not found", error.Message);
    }

    MetadataReference Compile(string name, string code, params MetadataReference[] references)
    {
        var path = session.Write(name, "");
        TestAssemblies.Compile(path, code, references);
        return MetadataReference.CreateFromFile(path);
    }
}
