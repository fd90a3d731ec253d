using NotebookHost.Scripting;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>A traceback in colours that front ends know from terminals: what went wrong stands out, the way there steps back.</summary>
static class AnsiTraceback
{
    const string Red = "\e[31m", BoldRed = "\e[1;31m", Grey = "\e[90m", End = "\e[0m";

    public static IEnumerable<string> Of(ErrorOutput error) =>
        error.Traceback.Count == 0 ? [$"{BoldRed}{error.Name}{End}: {error.Message}"] : error.Traceback.Select((line, i) => Colour(line, isFirst: i == 0));

    static string Colour(string line, bool isFirst)
    {
        if (line.StartsWith("   at ", StringComparison.Ordinal) || line.StartsWith("   …", StringComparison.Ordinal))
            return Grey + line + End;
        if (line.Trim().Length > 0 && line.Trim().Trim('^').Length == 0)
            return Red + line + End;
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (line.StartsWith(' ') || colon < 0)
            return isFirst ? BoldRed + line + End : line;
        return $"{BoldRed}{line[..colon]}{End}{line[colon..]}";
    }
}
