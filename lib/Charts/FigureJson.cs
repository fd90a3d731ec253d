using System.Text.Encodings.Web;
using System.Text.Json;
using CourseLib.Display;

namespace CourseLib.Charts;

/// <summary>Writes figures as compact JSON: numbers in their shortest form, no empty members.</summary>
internal static class FigureJson
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How the chart behaves, and the words of its tool bar in the language of the notebook.</summary>
    internal static string Config =>
        $$"""{"responsive":true,"displaylogo":false,"modeBarButtonsToRemove":["lasso2d","select2d"]{{(DisplayLanguage.Turkish ? "," + ToolBarWords.Turkish : "")}}}""";

    internal static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options)) write(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Copies an element: 5.0 becomes 5; null is kept only in arrays, where it is a gap.</summary>
    internal static void Copy(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    if (member.Value.ValueKind == JsonValueKind.Null) continue;
                    writer.WritePropertyName(member.Name);
                    Copy(member.Value, writer);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Copy(item, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteNumberValue(element.GetDouble());
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
