using System.Text.Json.Nodes;

namespace NotebookHost.Documents;

/// <summary>
/// One cell of a notebook: a view on its JSON, which keeps every field that this program doesn't know.
/// A cell belongs to at most one notebook.
/// </summary>
internal sealed class Cell
{
    readonly string fallbackId;

    internal Cell(JsonObject json, CellKind kind, string fallbackId)
    {
        Json = json;
        Kind = kind;
        this.fallbackId = fallbackId;
    }

    /// <summary>A new code cell, not run yet.</summary>
    public static Cell NewCode(string id, string source) => New(id, CellKind.Code, source);

    /// <summary>A new cell of prose.</summary>
    public static Cell NewMarkdown(string id, string source) => New(id, CellKind.Markdown, source);

    static Cell New(string id, CellKind kind, string source)
    {
        // In the order in which Jupyter writes the fields.
        var json = new JsonObject { ["cell_type"] = kind == CellKind.Code ? "code" : "markdown" };
        if (kind == CellKind.Code) json["execution_count"] = null;
        json["id"] = id;
        json["metadata"] = new JsonObject();
        if (kind == CellKind.Code) json["outputs"] = new JsonArray();
        json["source"] = MultilineText.Split(source);
        return new Cell(json, kind, id);
    }

    internal JsonObject Json { get; }

    /// <summary>
    /// The cell's id. Cells of nbformat 4.0–4.4, which have none, answer with their place: <c>cell-1</c>, <c>cell-2</c>, …
    /// (that stays in memory and isn't written).
    /// </summary>
    public string Id => MultilineText.AsString(Json["id"]) ?? fallbackId;

    /// <summary>Code, prose or raw text.</summary>
    public CellKind Kind { get; }

    /// <summary>The text of the cell, its lines joined. Setting it stores a list of lines, as Jupyter does.</summary>
    public string Source
    {
        get => MultilineText.Join(Json["source"]) ?? "";
        set
        {
            if (value != Source) Json["source"] = MultilineText.Split(value);
        }
    }

    /// <summary>The cell's metadata; changes are written with the notebook.</summary>
    public JsonObject Metadata
    {
        get
        {
            if (Json["metadata"] is not JsonObject metadata) Json["metadata"] = metadata = [];
            return metadata;
        }
    }

    /// <summary>The cell's tags, in the order of the file.</summary>
    public IReadOnlyList<string> Tags =>
        (Json["metadata"] as JsonObject)?["tags"] is JsonArray tags
            ? [.. tags.Select(MultilineText.AsString).OfType<string>()] : [];

    /// <summary>Whether the cell carries this tag.</summary>
    public bool HasTag(string tag) => Tags.Contains(tag);

    /// <summary>The number in Jupyter's <c>In [3]</c>; null when the cell hasn't been run.</summary>
    public int? ExecutionCount
    {
        get => Json["execution_count"] is JsonValue count && count.TryGetValue(out int number) ? number : null;
        set => Json["execution_count"] = value;
    }

    /// <summary>The outputs of a code cell as nbformat stores them. See <see cref="OutputRecorder"/> and <see cref="OutputFormat"/>.</summary>
    /// <exception cref="InvalidOperationException">The cell isn't a code cell.</exception>
    public JsonArray Outputs
    {
        get
        {
            if (Kind != CellKind.Code)
                throw new InvalidOperationException($"Cell {Id} is {Kind} and has no outputs; only code cells do.");
            if (Json["outputs"] is not JsonArray outputs) Json["outputs"] = outputs = [];
            return outputs;
        }
    }

    /// <summary>Forgets outputs and execution count; does nothing to prose.</summary>
    public void ClearOutputs()
    {
        if (Kind != CellKind.Code) return;
        Outputs.Clear();
        ExecutionCount = null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} cell {Id}";
}
