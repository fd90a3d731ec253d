using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookHost.Documents;
using NotebookHost.Running;

namespace CourseTests.Notebooks;

/// <summary>The rules that make a notebook run everywhere, show as slides, and keep its diffs small.</summary>
public sealed partial class StructureTests
{
    const int LongestCell = 20, LongestLine = 88, LargestFile = 600_000, LargestCourse = 12_000_000;

    static readonly string[] SlideTypes = ["slide", "subslide", "fragment", "notes", "skip"];

    public static TheoryData<NotebookPair> Pairs => NotebookPair.All;

    [Theory, MemberData(nameof(Pairs))]
    public void The_file_is_as_Jupyter_writes_it(NotebookPair pair) =>
        Assert.All(pair.Paths, path => Assert.Equal(Notebook.Load(path).ToJson(), File.ReadAllText(path)));

    [Theory, MemberData(nameof(Pairs))]
    public void Every_field_lies_where_Jupyter_sorts_it(NotebookPair pair) =>
        Assert.All(pair.Paths, path => AssertSorted(JsonNode.Parse(File.ReadAllText(path)), path));

    [Theory, MemberData(nameof(Pairs))]
    public void The_kernel_is_the_portable_one(NotebookPair pair) => Assert.All(pair.Paths, path =>
    {
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        Assert.Equal(4, (int)json["nbformat"]!);
        Assert.Equal(5, (int)json["nbformat_minor"]!);
        var kernel = json["metadata"]!["kernelspec"]!;
        Assert.Equal((".net-csharp", ".NET (C#)", "C#"), ((string)kernel["name"]!, (string)kernel["display_name"]!, (string)kernel["language"]!));
        Assert.Equal("C#", (string)json["metadata"]!["language_info"]!["name"]!);
    });

    [Theory, MemberData(nameof(Pairs))]
    public void What_its_cells_show_is_saved(NotebookPair pair) => Assert.All(
        CodeCells(pair).Where(cell => !cell.HasTag(CellRules.Optional)), cell =>
            Assert.True(cell.ExecutionCount is not null, $"{cell.Id} was never run: dotnet run --project bake"));

    [Theory, MemberData(nameof(Pairs))]
    public void It_is_small_enough_to_be_shown_on_a_repositorys_page(NotebookPair pair) => Assert.All(pair.Paths, path =>
        Assert.InRange(new FileInfo(path).Length, 0, LargestFile));

    [Fact]
    public void All_notebooks_together_are_small_enough_to_be_cloned_over_a_slow_line() =>
        Assert.InRange(NotebookPair.All.SelectMany(row => row.Data.Paths).Sum(path => new FileInfo(path).Length), 0, LargestCourse);

    [Theory, MemberData(nameof(Pairs))]
    public void Nothing_that_is_saved_names_a_folder_of_the_authors_machine(NotebookPair pair) => Assert.All(pair.Paths, path =>
    {
        var text = File.ReadAllText(path);
        Assert.DoesNotContain(NotebookPair.Root + "/", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?<![a-z])/(home|root|Users|tmp|work)/", text);
    });

    [Theory, MemberData(nameof(Pairs))]
    public void The_first_code_cell_loads_the_library_and_does_nothing_else(NotebookPair pair) => Assert.All(pair.Paths, path =>
        Assert.Equal("#!import setup.csx", Notebook.Load(path).Cells.First(cell => cell.Kind == CellKind.Code).Source));

    [Theory, MemberData(nameof(Pairs))]
    public void A_code_cell_is_short_enough_to_retype(NotebookPair pair) => Assert.All(CodeCells(pair), cell =>
        Assert.True(cell.Source.Split('\n').Length <= LongestCell, $"{cell.Id} has {cell.Source.Split('\n').Length} lines; {LongestCell} are allowed."));

    // The page shows this many characters. A quiz is folded away, and a sentence in it is a sentence.
    [Theory, MemberData(nameof(Pairs))]
    public void A_code_line_fits_the_page(NotebookPair pair) => Assert.All(
        CodeCells(pair).Where(cell => !cell.Source.StartsWith("Quiz.", StringComparison.Ordinal)), cell =>
            Assert.All(cell.Source.Split('\n'), line =>
                Assert.True(line.Length <= LongestLine, $"{cell.Id}: {line.Length} characters, {LongestLine} are allowed: {line}")));

    [Theory, MemberData(nameof(Pairs))]
    public void Ids_are_words_and_cells_know_their_place_in_the_lecture(NotebookPair pair) => Assert.All(Cells(pair), cell =>
    {
        Assert.Matches(ReadableId(), cell.Id);
        Assert.Contains((string?)cell.Metadata["slideshow"]?["slide_type"], SlideTypes);
    });

    [Theory, MemberData(nameof(Pairs))]
    public void A_notebook_opens_with_a_title_and_closes_with_a_summary_in_five_lines_and_what_comes_next(NotebookPair pair) =>
        Assert.All(pair.Paths, path =>
        {
            var cells = Notebook.Load(path).Cells;
            Assert.StartsWith($"# {pair.Number} · ", cells[0].Source, StringComparison.Ordinal);
            Assert.Equal(5, NumberedLine().Count(Assert.Single(cells, cell => cell.Id == "summary").Source));
            Assert.Equal("next", cells[^1].Id);
        });

    [Theory, MemberData(nameof(Pairs))]
    public void An_exercise_is_a_task_with_a_hint_an_answer_to_fill_in_and_a_check(NotebookPair pair) => Assert.All(pair.Paths, path =>
    {
        var cells = Notebook.Load(path).Cells.Where(cell => cell.HasTag("exercise")).ToList();
        Assert.InRange(cells.Count / 3, pair.Number == "00" ? 1 : 3, 6);
        foreach (var exercise in cells.Chunk(3))
        {
            var name = exercise[0].Id.Replace("-task", "", StringComparison.Ordinal);
            Assert.Equal([$"{name}-task", $"{name}-answer", $"{name}-check"], exercise.Select(cell => cell.Id));
            Assert.Equal(["task", "answer", "check"], exercise.Select(cell => Assert.Single(cell.Tags, tag => tag != "exercise")));
            Assert.Contains("<details><summary>", exercise[0].Source);
            Assert.Contains("TODO", exercise[1].Source);
            Assert.Contains("Check.", exercise[2].Source);
        }
    });

    [Theory, MemberData(nameof(Pairs))]
    public void Every_exercise_has_a_solution_and_a_mistake_and_none_is_left_over(NotebookPair pair)
    {
        var exercises = Notebook.Load(pair.English).Cells.Where(cell => cell.HasTag("answer")).Select(cell => cell.Id[..^"-answer".Length]);

        Assert.Equal(exercises.SelectMany(name => new[] { name, $"{name} mistake" }).Order(), SolutionFile.Read(pair.SolutionsPath).Keys.Order());
    }

    [Theory, MemberData(nameof(Pairs))]
    public void There_are_up_to_three_questions_at_the_end(NotebookPair pair) => Assert.All(pair.Paths, path =>
        Assert.InRange(Notebook.Load(path).Cells.Count(cell => cell.Kind == CellKind.Code && cell.Source.Contains("Quiz.Ask", StringComparison.Ordinal)),
            pair.Number == "00" ? 1 : 2, 3));

    [Theory, MemberData(nameof(Pairs))]
    public void Cells_keep_to_what_every_kernel_understands(NotebookPair pair) => Assert.All(CodeCells(pair).Where(cell => !cell.HasTag("optional")), cell =>
    {
        Assert.DoesNotMatch(@"(?m)^\s*#(!(?!import setup\.csx$)|r\b|load\b)", cell.Source);
        Assert.DoesNotMatch(@"\b(namespace|Console\.Read\w*|DisplayedValue)\b|\bHTML\(|(?<![.\w])display\(", cell.Source);
        Assert.DoesNotMatch(@"https?://|(?<![\w.])/(home|Users|usr|tmp)/", cell.Source);
    });

    [Theory, MemberData(nameof(Pairs))]
    public void Links_lead_to_files_that_exist(NotebookPair pair) => Assert.All(pair.Paths, path =>
    {
        var folder = Path.GetDirectoryName(path)!;
        var prose = Notebook.Load(path).Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source);
        foreach (Match link in prose.SelectMany(text => Link().Matches(text)))
            Assert.True(File.Exists(Path.Combine(folder, link.Groups[1].Value)), $"{Path.GetFileName(path)} links to {link.Groups[1].Value}, which isn't there.");
    });

    static IEnumerable<Cell> Cells(NotebookPair pair) => pair.Paths.SelectMany(path => Notebook.Load(path).Cells);

    static IEnumerable<Cell> CodeCells(NotebookPair pair) => Cells(pair).Where(cell => cell.Kind == CellKind.Code);

    static void AssertSorted(JsonNode? node, string where)
    {
        if (node is JsonObject fields)
        {
            var names = fields.Select(field => field.Key).ToList();
            Assert.True(names.SequenceEqual(names.Order(StringComparer.Ordinal)), $"{where}: {string.Join(", ", names)}");
            foreach (var (name, value) in fields)
                AssertSorted(value, $"{where}/{name}");
        }
        else if (node is JsonArray items)
            for (var i = 0; i < items.Count; i++)
                AssertSorted(items[i], $"{where}[{i}]");
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex ReadableId();

    [GeneratedRegex(@"(?m)^\d\. ")]
    private static partial Regex NumberedLine();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)")]
    private static partial Regex Link();
}
