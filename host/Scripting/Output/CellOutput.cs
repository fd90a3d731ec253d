namespace NotebookHost.Scripting;

/// <summary>
/// Something that a running cell shows. The kinds are those of the Jupyter protocol, so that a headless run can store
/// them and a kernel can send them on without translation.
/// </summary>
internal abstract record CellOutput;

/// <summary>Text written to standard output or standard error while the cell runs.</summary>
internal sealed record StreamOutput(bool IsError, string Text) : CellOutput;

/// <summary>A value shown by <c>x.Display()</c>; <paramref name="DisplayId"/> lets it be updated later.</summary>
internal sealed record DisplayOutput(MimeBundle Data, string DisplayId) : CellOutput;

/// <summary>New content for the value shown earlier under <paramref name="DisplayId"/>.</summary>
internal sealed record DisplayUpdate(MimeBundle Data, string DisplayId) : CellOutput;

/// <summary>The value of the cell's trailing expression.</summary>
internal sealed record ResultOutput(MimeBundle Data) : CellOutput;

/// <summary>
/// Takes away what the cell has shown so far; with <paramref name="Wait"/> only when the next thing is there to be shown,
/// so that a picture that is drawn anew does not flicker.
/// </summary>
internal sealed record ClearOutput(bool Wait) : CellOutput;

/// <summary>
/// What went wrong: an exception or compile errors. <paramref name="Traceback"/> is ready to print;
/// <paramref name="Location"/> is the place in the cell's own text, when it is known.
/// </summary>
internal sealed record ErrorOutput(
    string Name, string Message, IReadOnlyList<string> Traceback, CellLocation? Location) : CellOutput
{
    /// <summary>What the host itself has tripped over, with all that is known of it.</summary>
    public static ErrorOutput Of(Exception unexpected) =>
        new(unexpected.GetType().FullName!, unexpected.Message, unexpected.ToString().Split('\n'), null);
}

/// <summary>A place in a cell's text: line and column count from 1; <paramref name="SourceLine"/> is that line.</summary>
internal sealed record CellLocation(int Line, int Column, string SourceLine);
