using NotebookHost.Scripting;

namespace NotebookHost.Display;

/// <summary>Shows values from the middle of a cell.</summary>
public static class DisplayExtensions
{
    /// <summary>
    /// Shows a value now, before the cell has ended. Without <paramref name="mimeTypes"/> in the formats that its type
    /// prefers (HTML for most), otherwise in the given ones, such as <c>"text/plain"</c>.
    /// </summary>
    /// <returns>A handle with which what is shown can be replaced.</returns>
    /// <exception cref="InvalidOperationException">The call does not come from a cell.</exception>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(mimeTypes);
        if (mimeTypes.Any(string.IsNullOrEmpty))
            throw new ArgumentException("A mime type without a name: give one such as \"text/plain\", or none at all.", nameof(mimeTypes));
        var channel = OutputChannel.Current ?? throw new InvalidOperationException(
            "Display() works in notebook cells only: there is no cell on whose behalf this code runs.");
        var displayed = new DisplayedValue(channel, mimeTypes);
        channel.Send(new DisplayOutput(ValueFormatter.Format(value, mimeTypes), displayed.Id));
        return displayed;
    }
}
