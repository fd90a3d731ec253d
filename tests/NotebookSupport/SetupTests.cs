using System.Runtime.CompilerServices;
using CourseLib.Charts;
using CourseLib.Notebooks;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace CourseTests.NotebookSupport;

/// <summary>The setup script that the build writes beside the notebooks, and what it starts.</summary>
[Collection(nameof(CourseLanguage))]
public sealed class SetupTests : IDisposable
{
    public void Dispose() => Course.Language = Language.English;

    static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    static string[] Lines(string language) => File.ReadAllLines(Path.Combine(Repository(), "notebooks", language, "setup.csx"));

    [Theory]
    [InlineData("en", "English")]
    [InlineData("tr", "Turkish")]
    public void References_come_first_then_usings_then_the_start_of_the_course(string folder, string language)
    {
        var lines = Lines(folder).SkipWhile(line => line.StartsWith("//", StringComparison.Ordinal)).ToArray();

        var parts = lines.Select(line => line.Split(' ')[0]).ToArray();
        Assert.Equal(parts.OrderBy(part => part switch { "#r" => 0, "using" => 1, _ => 2 }), parts);
        Assert.Equal($"Course.Start(Language.{language}).Display();", lines[^1]);
        Assert.All(lines.Where(line => line.StartsWith("#r", StringComparison.Ordinal)), line => Assert.True(File.Exists(line[4..^1]), line));
    }

    [Fact]
    public void Every_namespace_of_the_library_is_in_sight()
    {
        var namespaces = typeof(Course).Assembly.GetExportedTypes().Select(type => type.Namespace!).Distinct();

        Assert.All(namespaces, name => Assert.Contains($"using {name};", Lines("en")));
    }

    [Fact]
    public async Task The_script_runs_in_a_plain_scripting_host()
    {
        var setup = string.Join('\n', Lines("tr")[..^1]) + "\nCourse.Start(Language.Turkish).ToString()";

        var welcome = await CSharpScript.EvaluateAsync<string>(setup, ScriptOptions.Default, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("hazır", welcome, StringComparison.Ordinal);
        Assert.Contains("Türkçe", welcome, StringComparison.Ordinal);
    }

    [Fact]
    public void Starting_sets_language_and_number_format_and_shows_plotly_once()
    {
        var welcome = Course.Start(Language.Turkish);

        Assert.Equal(Language.Turkish, Course.Language);
        Assert.Equal("3.14", $"{3.14}");
        Assert.Contains("id=\"course-plotly-gz\"", welcome.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("animasyon", Chart.Animate([("1", Chart.Line([1.0]))]).ToString(), StringComparison.Ordinal);
    }
}
