namespace NotebookHost.Scripting;

/// <summary>Whoever can be asked for a line while a cell runs.</summary>
interface ICellInput
{
    /// <summary>Waits for a line; null when there is none to come. The wait may be ended by <see cref="Thread.Interrupt"/>.</summary>
    /// <exception cref="InvalidOperationException">Nobody can be asked; the message says why.</exception>
    string? ReadLine();
}
