using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NotebookHost.Documents;

/// <summary>Checks one cell of a notebook that is being read.</summary>
internal static partial class CellReader
{
    public static Cell Read(JsonNode? node, long minor, int number, string name, ISet<string> idsOfOthers)
    {
        NotebookFormatException Wrong(string what) => new($"{name}: cell {number}: {what}");
        static string Found(JsonNode? found) => NotebookReader.Describe(found);

        if (node is not JsonObject json) throw Wrong($"found {Found(node)} where a cell, an object, should be.");
        CellKind kind = MultilineText.AsString(json["cell_type"]) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => throw Wrong($"\"cell_type\" is {Found(json["cell_type"])}; it should be code, markdown or raw."),
        };
        CheckId(json["id"], minor, Wrong);
        if (MultilineText.Join(json["source"]) is null)
            throw Wrong($"\"source\" is {Found(json["source"])}; it should be text or a list of lines.");
        if (json["metadata"] is not null and not JsonObject)
            throw Wrong($"\"metadata\" is {Found(json["metadata"])}; it should be an object.");
        if ((json["metadata"] as JsonObject)?["tags"] is { } tags
            && (tags is not JsonArray list || list.Any(tag => MultilineText.AsString(tag) is null)))
            throw Wrong($"\"tags\" is {Found(tags)}; it should be a list of words.");
        if (kind == CellKind.Code) CheckOutputs(json, Wrong);
        var fallback = $"cell-{number}";
        while (idsOfOthers.Contains(fallback)) fallback += "-";
        return new Cell(json, kind, fallback);
    }

    static void CheckId(JsonNode? id, long minor, Func<string, NotebookFormatException> wrong)
    {
        if (id is null)
        {
            if (minor >= 5)
                throw wrong("the id is missing, and nbformat 4.5 wants one in each cell; save the notebook in Jupyter or VS Code, or add \"id\".");
        }
        else if (MultilineText.AsString(id) is not { } text || !Identifier.IsMatch(text))
        {
            throw wrong($"\"id\" is {NotebookReader.Describe(id)}; it should be 1 to 64 of the characters a–z, A–Z, 0–9, - and _.");
        }
    }

    static void CheckOutputs(JsonObject json, Func<string, NotebookFormatException> wrong)
    {
        if (json["execution_count"] is { } count && NotebookReader.AsInteger(count) is null)
            throw wrong($"\"execution_count\" is {NotebookReader.Describe(count)}; it should be a whole number or null.");
        if (json["outputs"] is not { } outputs) return;
        if (outputs is not JsonArray list)
            throw wrong($"\"outputs\" is {NotebookReader.Describe(outputs)}; it should be a list.");
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not JsonObject output || MultilineText.AsString(output["output_type"]) is null)
                throw wrong($"output {i + 1} is {NotebookReader.Describe(list[i])} without an \"output_type\"; clear the cell's outputs and run it again.");
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex Identifier { get; }
}
