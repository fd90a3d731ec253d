namespace NotebookHost.Documents;

/// <summary>The kinds of cells that nbformat 4 knows.</summary>
internal enum CellKind
{
    /// <summary>A program, with outputs.</summary>
    Code,

    /// <summary>Prose.</summary>
    Markdown,

    /// <summary>Text for a converter, neither run nor shown.</summary>
    Raw,
}
