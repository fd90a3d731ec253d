using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace CourseTests.Documents;

/// <summary>Random notebooks for property tests: any text, unknown fields, sources as text and as lists.</summary>
static class GeneratedNotebooks
{
    static readonly Gen<string> Text = ArbMap.Default.ArbFor<UnicodeString>().Generator.Select(text => Whole(text?.Get ?? ""));

    static readonly Gen<JsonNode?> Scalar = Gen.OneOf(
        Text.Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Choose(-1000, 1000).Select(number => (JsonNode?)JsonValue.Create(number / 8.0)),
        Gen.Elements(true, false).Select(flag => (JsonNode?)JsonValue.Create(flag)),
        Gen.Constant<JsonNode?>(null));

    static Gen<JsonNode?> Node(int depth) => depth == 0 ? Scalar : Gen.OneOf(
        Scalar,
        Node(depth - 1).ArrayOf(3).Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
        Members(depth - 1).Select(members => (JsonNode?)members));

    static Gen<JsonObject> Members(int depth) =>
        from names in Text.ArrayOf(3)
        from values in Node(depth).ArrayOf(3)
        select new JsonObject(names.Distinct().Zip(values, (name, value) => KeyValuePair.Create(name, value?.DeepClone())));

    static Gen<JsonObject> Cell(int number) =>
        from kind in Gen.Elements("code", "markdown", "raw")
        from lines in Text.ArrayOf(4)
        from joined in Gen.Elements(true, false)
        from metadata in Members(2)
        from unknown in Node(2)
        from output in Members(1)
        select Cell(number, kind, lines, joined, metadata, unknown, output);

    static JsonObject Cell(int number, string kind, string[] lines, bool joined, JsonObject metadata, JsonNode? unknown, JsonObject data)
    {
        var cell = new JsonObject { ["cell_type"] = kind, ["id"] = $"c{number}" };
        metadata.Remove("tags");
        cell["metadata"] = metadata.DeepClone();
        if (kind == "code")
        {
            cell["execution_count"] = number % 2 == 0 ? null : number;
            cell["outputs"] = new JsonArray(
                new JsonObject { ["output_type"] = "display_data", ["data"] = data.DeepClone(), ["metadata"] = new JsonObject() });
        }
        cell["source"] = joined ? string.Concat(lines) : new JsonArray([.. lines.Select(line => JsonValue.Create(line))]);
        cell["unknown"] = unknown?.DeepClone();
        return cell;
    }

    public static Arbitrary<JsonObject> Arbitrary { get; } = (
        from count in Gen.Choose(0, 5)
        from cells in Gen.CollectToArray(Enumerable.Range(0, count), Cell)
        from metadata in Members(2)
        select new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select(cell => cell.DeepClone())]),
            ["metadata"] = metadata.DeepClone(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }).ToArbitrary();

    // JSON carries text; half of a surrogate pair isn't.
    static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune != System.Text.Rune.ReplacementChar));
}
