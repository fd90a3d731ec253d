using NotebookHost.Documents;
using NotebookHost.Running;
using NotebookHost.Scripting;
using NotebookHost.Site;

namespace NotebookHost.Baking;

/// <summary>Whether what a cell shows is what is saved with it: the same text, and charts that look the same.</summary>
static class CellComparison
{
    /// <summary>The tag of a cell that shows something else in every run, such as measured time.</summary>
    public const string Varies = "varies";

    /// <summary>In what the outputs differ, in one sentence; null when they don't.</summary>
    public static string? Difference(Cell saved, Cell fresh)
    {
        if (fresh.HasTag(CellRules.Optional))
            return null; // what it needs is there on one machine and not on another
        List<CellOutput> left = [.. Outputs(saved)], right = [.. Outputs(fresh)];
        if (left.Count != right.Count)
            return $"{left.Count} outputs are saved, {right.Count} came";
        var varies = fresh.HasTag(Varies) || fresh.Source.StartsWith("#!import", StringComparison.Ordinal);
        return left.Zip(right).Select(pair => Difference(pair.First, pair.Second, varies)).FirstOrDefault(found => found is not null);
    }

    static IEnumerable<CellOutput> Outputs(Cell cell) => cell.Outputs
        .Select(node => OutputFormat.FromJson(node!.AsObject())).OfType<CellOutput>()
        .Where(output => DataOf(output)?["text/html"] is not { } html || !string.IsNullOrWhiteSpace(PlotlyScript.Remove(html)));

    static string? Difference(CellOutput saved, CellOutput fresh, bool varies) => (saved, fresh) switch
    {
        _ when saved.GetType() != fresh.GetType() => $"a {saved.GetType().Name} is saved, a {fresh.GetType().Name} came",
        _ when varies => null,
        (StreamOutput one, StreamOutput other) => Text("printed", one.Text, other.Text),
        (ErrorOutput one, ErrorOutput other) => Text("the error says", $"{one.Name}: {one.Message}", $"{other.Name}: {other.Message}"),
        _ => Data(DataOf(saved)!, DataOf(fresh)!),
    };

    static string? Data(MimeBundle saved, MimeBundle fresh)
    {
        var types = saved.Parts.Select(part => part.Key).Order(StringComparer.Ordinal).ToList();
        if (!types.SequenceEqual(fresh.Parts.Select(part => part.Key).Order(StringComparer.Ordinal)))
            return $"saved as {string.Join(", ", types)}, shown as {string.Join(", ", fresh.Parts.Select(part => part.Key))}";
        return types.Select(type => type == "text/html" ? Html(saved[type]!, fresh[type]!) : Text("shown", saved[type]!, fresh[type]!))
            .FirstOrDefault(found => found is not null);
    }

    static string? Html(string saved, string fresh)
    {
        (saved, fresh) = (PlotlyScript.Remove(saved), PlotlyScript.Remove(fresh));
        var (left, right) = (Figures.DataOf(saved), Figures.DataOf(fresh));
        return left.Count != right.Count ? $"{left.Count} charts are saved, {right.Count} came"
            : left.Zip(right).Select(pair => FigureComparison.Difference(pair.First, pair.Second)).FirstOrDefault(found => found is not null)
            ?? Text("shown", Figures.Around(saved), Figures.Around(fresh));
    }

    static string? Text(string what, string saved, string fresh)
    {
        if (saved == fresh)
            return null;
        var at = saved.Zip(fresh).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{what}: “{Around(saved, at)}” is saved, “{Around(fresh, at)}” came";
    }

    static string Around(string text, int at)
    {
        var start = Math.Max(0, at - 20);
        return text[start..Math.Min(text.Length, at + 40)].ReplaceLineEndings("⏎");
    }

    /// <summary>What an output shows in several formats; null of text and errors.</summary>
    public static MimeBundle? DataOf(CellOutput output) => output switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => null,
    };
}
