using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace CourseTests.Notebooks;

/// <summary>The map from slides to sections names notebooks and headings that exist.</summary>
public sealed partial class SlideMapTests
{
    static readonly string[] rows = [.. File.ReadAllLines(RepositoryFolder.Combine("notebooks", "SLIDES.md")).Where(line => line.Contains("](", StringComparison.Ordinal))];

    [Fact]
    public void Every_section_of_the_map_exists() => Assert.All(rows.SelectMany(row => Places().Matches(row)), place =>
    {
        var notebook = Notebook.Load(RepositoryFolder.Combine("notebooks", place.Groups["file"].Value));
        var headings = notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => cell.Source.Split('\n'))
            .Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ')).ToHashSet();
        Assert.All(place.Groups["headings"].Value.Split(" · "), heading => Assert.Contains(heading.Trim(), headings));
    });

    [Fact]
    public void Every_notebook_with_a_topic_of_the_slides_is_on_it() => Assert.All(Enumerable.Range(1, 14), number =>
        Assert.Contains(rows, row => row.Contains($"[{number:00}](en/", StringComparison.Ordinal) && row.Contains($"[{number:00}](tr/", StringComparison.Ordinal)));

    [GeneratedRegex(@"\[\d\d\]\((?<file>[^)]+)\): (?<headings>[^|]+)")]
    private static partial Regex Places();
}
