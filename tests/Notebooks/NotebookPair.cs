using NotebookHost.Documents;
using NotebookHost.Running.Command;
using Xunit.Sdk;

namespace CourseTests.Notebooks;

/// <summary>A notebook in its two languages: they share the number at the start of their names.</summary>
public sealed record NotebookPair(string Number) : IXunitSerializable
{
    /// <summary>For xunit, which fills the number in.</summary>
    public NotebookPair() : this("") { }

    public string Number { get; private set; } = Number;

    internal static string Root { get; } = CourseFolder.Find(AppContext.BaseDirectory)?.Root
        ?? throw new InvalidOperationException("The tests run outside the course folder.");

    /// <summary>Every notebook of the course.</summary>
    public static TheoryData<NotebookPair> All => [.. Numbers().Select(number => new NotebookPair(number))];

    /// <summary>Every notebook file, relative to the course folder.</summary>
    public static TheoryData<string> AllPaths => [.. All.SelectMany(row => row.Data.Paths).Select(Short)];

    internal static string Short(string path) => Path.GetRelativePath(Root, path);

    internal string English => PathIn("en");

    internal string Turkish => PathIn("tr");

    internal IEnumerable<string> Paths => [English, Turkish];

    internal string SolutionsPath => Path.Combine(Root, "notebooks", "solutions", $"{Number}.csx");

    internal IEnumerable<(Cell English, Cell Turkish)> CellPairs() =>
        Notebook.Load(English).Cells.Zip(Notebook.Load(Turkish).Cells);

    public void Deserialize(IXunitSerializationInfo info) => Number = info.GetValue<string>(nameof(Number)) ?? "";

    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(Number), Number);

    public override string ToString() => Number;

    static IEnumerable<string> Numbers() =>
        new[] { "en", "tr" }.SelectMany(Files).Select(path => Path.GetFileName(path)[..2]).Distinct().Order();

    string PathIn(string language) => Assert.Single(Files(language), path => Path.GetFileName(path).StartsWith(Number + "-", StringComparison.Ordinal));

    static IEnumerable<string> Files(string language) => Directory.GetFiles(Path.Combine(Root, "notebooks", language), "*.ipynb");
}
