using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookHost.Jupyter.Wire;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>The cells of this session, for front ends that offer to go back to them. Nothing is kept beyond the session.</summary>
sealed class History
{
    const int Session = 1, Longest = 10_000, LongestOutput = 10_000;
    readonly List<(int Number, string Code, string? Output)> cells = [];

    /// <summary>Remembers a cell that has run, and its result as text.</summary>
    public void Add(int number, string code, string? output)
    {
        cells.Add((number, code, output?.Length > LongestOutput ? output[..LongestOutput] : output));
        if (cells.Count > Longest)
            cells.RemoveAt(0);
    }

    /// <summary>The content of a <c>history_reply</c>.</summary>
    public JsonObject Reply(JsonObject request)
    {
        var found = request.Text("hist_access_type") switch
        {
            "range" => Range(request),
            "search" => Search(request),
            _ => Last(cells, request.Number("n") ?? Longest),
        };
        var withOutput = request.Flag("output", otherwise: false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. found.Select(cell => (JsonNode)new JsonArray(
                Session, cell.Number, withOutput ? new JsonArray(cell.Code, cell.Output) : JsonValue.Create(cell.Code)))]),
        };
    }

    IEnumerable<(int Number, string Code, string? Output)> Range(JsonObject request)
    {
        // 0 is the session that runs, as in IPython.
        if (request.Number("session") is { } session and not (0 or Session))
            return [];
        var (from, to) = (request.Number("start") ?? 0, request.Number("stop") ?? int.MaxValue);
        return cells.Where(cell => cell.Number >= from && cell.Number < to);
    }

    IEnumerable<(int Number, string Code, string? Output)> Search(JsonObject request)
    {
        var pattern = request.Text("pattern") is { Length: > 0 } glob ? glob : "*";
        var matching = cells.Where(cell => Matches(cell.Code, pattern));
        if (request.Flag("unique", otherwise: false))
            matching = matching.Reverse().DistinctBy(cell => cell.Code).Reverse();
        return Last([.. matching], request.Number("n") ?? Longest);
    }

    static IEnumerable<T> Last<T>(List<T> all, int n) => all.Skip(Math.Max(0, all.Count - Math.Max(0, n)));

    // As in a shell: * for anything, ? for one character.
    static bool Matches(string code, string pattern) => Regex.IsMatch(code,
        $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$",
        RegexOptions.Singleline | RegexOptions.NonBacktracking);
}
