using System.Text;
using System.Text.RegularExpressions;

namespace NotebookHost.Site;

/// <summary>Console text → what a screen would have shown at the end.</summary>
internal static partial class AnsiText
{
    /// <summary>Takes colour and cursor codes out, and lets a carriage return overwrite its line as a terminal does.</summary>
    public static string ToPlain(string text)
    {
        text = EscapeSequence.Replace(text, "").Replace("\r\n", "\n", StringComparison.Ordinal);
        if (!text.Contains('\r') && !text.Contains('\b')) return text;
        return string.Join('\n', text.Split('\n').Select(Overwrite));
    }

    static string Overwrite(string line)
    {
        var shown = new StringBuilder();
        var column = 0;
        foreach (var character in line)
        {
            if (character == '\r') column = 0;
            else if (character == '\b') column = System.Math.Max(0, column - 1);
            else if (column < shown.Length) shown[column++] = character;
            else { shown.Append(character); column++; }
        }
        return shown.ToString();
    }

    // CSI sequences, OSC sequences (titles, links), and two-character escapes.
    [GeneratedRegex(@"\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])")]
    private static partial Regex EscapeSequence { get; }
}
