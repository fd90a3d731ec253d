namespace NotebookHost.Scripting;

/// <summary>The languages that a cell may be written in, and the <c>#!</c> lines that choose one.</summary>
static class CellLanguage
{
    /// <summary>The language that <c>#!name</c> switches to, or null when the name chooses none.</summary>
    public static string? Find(string name) => name switch
    {
        "csharp" or "c#" or "C#" => "csharp",
        "markdown" => "markdown",
        "html" => "html",
        _ => null,
    };
}
