using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace CourseTests.Notebooks;

/// <summary>Code that a notebook shows without running it stands like that in the file that it is from.</summary>
public sealed partial class ExcerptTests
{
    public static TheoryData<NotebookPair> Pairs => NotebookPair.All;

    [Theory, MemberData(nameof(Pairs))]
    public void Python_in_the_prose_is_an_excerpt_of_a_script_of_the_repository(NotebookPair pair)
    {
        var scripts = Directory.GetFiles(RepositoryFolder.Combine("tests", "fixtures"), "*.py").Select(File.ReadAllText).ToList();
        var shown = pair.Paths.SelectMany(path => Notebook.Load(path).Cells).Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => Python().Matches(cell.Source)).Select(match => match.Groups["code"].Value);

        Assert.All(shown, code => Assert.Contains(scripts, script => script.Contains(code, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"```python\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Python();
}
