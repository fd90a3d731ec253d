using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Running;
using NotebookHost.Site;

namespace NotebookHost.Baking;

/// <summary>
/// A notebook with what its cells show saved in it, for those who read it where nothing runs. Outputs that show the same
/// as the saved ones stay as they are, pictures included, so that a diff shows what has changed and nothing else.
/// </summary>
static class BakedNotebook
{
    /// <summary>Whether any cell shows something else than what is saved.</summary>
    public static bool IsStale(Notebook saved, Notebook fresh) => Differences(saved, fresh).Any();

    /// <summary>The cells that show something else than what is saved, counted from 1, and in what they differ.</summary>
    public static IEnumerable<(int Number, string CellId, string Difference)> Differences(Notebook saved, Notebook fresh) =>
        from pair in CodeCells(saved).Zip(CodeCells(fresh)).Index()
        let difference = CellComparison.Difference(pair.Item.First, pair.Item.Second)
        where difference is not null
        select (pair.Index + 1, pair.Item.Second.Id, difference);

    /// <summary>Whether the notebook still has the cells that were run: it may have been edited meanwhile.</summary>
    public static bool HasSameCells(Notebook saved, Notebook fresh) =>
        CodeCells(saved).Select(cell => cell.Source).SequenceEqual(CodeCells(fresh).Select(cell => cell.Source));

    /// <summary>Saves in a notebook what a run of it has shown.</summary>
    /// <param name="saved">The notebook, with or without outputs; it is changed.</param>
    /// <param name="fresh">A copy of it after its run.</param>
    /// <param name="pictures">A PNG of each chart of the run, in their order.</param>
    /// <exception cref="ArgumentException">The notebook has other cells than those that were run, or there is not one picture for each chart.</exception>
    public static void Bake(Notebook saved, Notebook fresh, IReadOnlyList<byte[]> pictures)
    {
        if (!HasSameCells(saved, fresh))
            throw new ArgumentException("The notebook was changed while it ran; what it showed belongs to other cells. Run it again.", nameof(fresh));
        var (used, scriptSaved) = (0, false);
        foreach (var (cell, run) in CodeCells(saved).Zip(CodeCells(fresh)))
        {
            var charts = run.Outputs.Sum(output => Figures.DataOf(OutputFormat.HtmlOf(output) ?? "").Count);
            if (used + charts > pictures.Count)
                throw new ArgumentException($"There are {pictures.Count} pictures, but more charts.", nameof(pictures));
            var own = pictures.Skip(used).Take(charts).ToList();
            used += charts;
            if (run.HasTag(CellRules.Optional) && run.Outputs.Any(output => (string?)output!["output_type"] == "error"))
                continue; // it could not run here, which is nothing to save
            if (CellComparison.Difference(cell, run) is not null || cell.ExecutionCount is null)
            {
                cell.Outputs.Clear();
                foreach (var output in run.Outputs.Select(output => Baked(output!.DeepClone(), own, withScript: !scriptSaved)).OfType<JsonNode>())
                    cell.Outputs.Add(output);
            }
            cell.ExecutionCount = run.ExecutionCount;
            scriptSaved |= charts > 0;
        }
        if (used != pictures.Count)
            throw new ArgumentException($"There are {pictures.Count} pictures for {used} charts.", nameof(pictures));
    }

    // plotly.js itself (1.5 MB) is not saved: whoever runs the notebook gets it from the setup cell.
    static JsonNode? Baked(JsonNode output, List<byte[]> pictures, bool withScript)
    {
        if (OutputFormat.HtmlOf(output) is not { } html)
            return output;
        html = PlotlyScript.Remove(html);
        if (string.IsNullOrWhiteSpace(html))
            return null;
        var charts = Figures.DataOf(html).Count;
        output["data"]!["text/html"] = MultilineText.Split(Figures.WithPictures(html, pictures.Take(charts).ToList(), withScript));
        pictures.RemoveRange(0, charts);
        return output;
    }

    static IEnumerable<Cell> CodeCells(Notebook notebook) => notebook.Cells.Where(cell => cell.Kind == CellKind.Code);
}
