using NotebookHost.Documents;

namespace CourseTests.Running;

/// <summary>Notebooks made of a few cells.</summary>
static class TestNotebook
{
    public static Notebook Of(params string[] sources) => Of([.. sources.Select(source => (source, ""))]);

    /// <summary>Code cells with their tags, separated by spaces.</summary>
    public static Notebook Of(params (string Source, string Tags)[] cells)
    {
        var notebook = Notebook.Create();
        foreach (var (source, tags) in cells)
        {
            var cell = Cell.NewCode($"cell-{notebook.Cells.Count + 1}", source);
            if (tags.Length > 0)
                cell.Metadata["tags"] = new System.Text.Json.Nodes.JsonArray([.. tags.Split(' ').Select(tag => System.Text.Json.Nodes.JsonValue.Create(tag))]);
            notebook.Add(cell);
        }
        return notebook;
    }

    /// <summary>All outputs of a cell as nbformat text, for simple questions about what is in them.</summary>
    public static string OutputText(this Notebook notebook, int cell) => notebook.Cells[cell - 1].Outputs.ToJsonString(Relaxed);

    static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
