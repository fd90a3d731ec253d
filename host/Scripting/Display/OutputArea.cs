using NotebookHost.Scripting;

namespace NotebookHost.Display;

/// <summary>The place below a cell where its outputs are.</summary>
public static class OutputArea
{
    /// <summary>
    /// Takes away what the running cell has shown so far; with <paramref name="wait"/> only when it shows the next thing,
    /// so that a picture that is drawn again and again does not flicker.
    /// </summary>
    /// <exception cref="InvalidOperationException">The call does not come from a cell.</exception>
    public static void Clear(bool wait = false) =>
        (OutputChannel.Current ?? throw new InvalidOperationException(
            "OutputArea.Clear() works in notebook cells only: there is no cell on whose behalf this code runs."))
        .Send(new ClearOutput(wait));
}
