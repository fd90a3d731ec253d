using System.Globalization;
using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace CourseTests.Notebooks;

/// <summary>The map from slides to sections names notebooks and headings that exist, the same ones in both languages.</summary>
public sealed partial class SlideMapTests
{
    static readonly string[] rows = [.. File.ReadAllLines(RepositoryFolder.Combine("notebooks", "SLIDES.md")).Where(line => Row().IsMatch(line))];

    [Fact]
    public void Every_section_of_the_map_exists() => Assert.All(rows.SelectMany(Places), place =>
        Assert.All(place.Headings, heading => Assert.Contains(heading, Sections(place.File).Keys)));

    [Fact]
    public void Every_link_is_followed_by_sections() => Assert.All(rows, row => Assert.Equal(row.Split("](").Length - 1, Places(row).Count()));

    [Fact]
    public void A_slide_leads_to_the_same_sections_in_both_languages() => Assert.All(rows, row =>
    {
        var cells = Places(row).ToLookup(place => place.File[..2], place => (place.Number, string.Join(' ', place.Headings.Select(heading => Sections(place.File)[heading]))));
        Assert.Equal(cells["en"], cells["tr"]);
    });

    [Fact]
    public void No_slide_between_the_first_and_the_last_is_left_out()
    {
        var numbers = rows.Select(row => int.Parse(Row().Match(row).Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Fact]
    public void Every_notebook_with_a_topic_of_the_slides_is_on_it() => Assert.Equal(
        Enumerable.Range(0, 15).Select(number => $"{number:00}"), rows.SelectMany(Places).Select(place => place.Number).Distinct().Order());

    /// <summary>A heading, and the id of its cell, which both languages share.</summary>
    static Dictionary<string, string> Sections(string file) => Notebook.Load(RepositoryFolder.Combine("notebooks", file)).Cells
        .Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => Heading().Matches(cell.Source).Select(heading => (Name: heading.Groups[1].Value, cell.Id)))
        .ToDictionary(section => section.Name, section => section.Id);

    static IEnumerable<(string Number, string File, string[] Headings)> Places(string row) => Place().Matches(row).Select(place =>
        (place.Groups["number"].Value, place.Groups["file"].Value, place.Groups["headings"].Value.Trim().Split(" · ")));

    [GeneratedRegex(@"^\| (\d+) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"\[(?<number>\d\d)\]\((?<file>[^)]+)\): (?<headings>[^|<]+)")]
    private static partial Regex Place();

    [GeneratedRegex("(?m)^##+ (.+)$")]
    private static partial Regex Heading();
}
