using NotebookHost.Scripting;

namespace NotebookHost.Running;

/// <summary>Something that befell a cell and that it cannot report itself: too long a run, the end of its process.</summary>
sealed record CellProblem(string Name, string Message)
{
    /// <summary>A failure without an error.</summary>
    public static readonly CellProblem Unexplained = new("CellFailed", "The cell failed without saying why.");

    /// <summary>The cell ran past the time-out.</summary>
    public static CellProblem Timeout(string message) => new("CellTimeout", message);

    /// <summary>The cell took its process with it.</summary>
    public static CellProblem ProcessEnded(string message) => new("ProcessEnded", message);

    /// <summary>The cell is not written in C#.</summary>
    public static CellProblem OtherLanguage(string language) => new("OtherLanguage",
        $"The cell is written in {language}, and only C# can be run here. Choose C# for it in the editor, or tag it optional to go on without it.");

    /// <summary>Whether an error with this name is one of these, and its message a whole sentence.</summary>
    public static bool IsName(string name) => name is "CellFailed" or "CellTimeout" or "ProcessEnded" or "OtherLanguage";

    /// <summary>As the cell's output.</summary>
    public ErrorOutput ToOutput() => new(Name, Message, [$"{Name}: {Message}"], null);
}
