using System.Text.Json.Nodes;
using NotebookHost.Scripting;

namespace NotebookHost.Documents;

/// <summary>
/// Stores the outputs of a run in the notebook's cells as they arrive: text of one stream that follows text of the same
/// stream is joined, an update replaces what is shown under its id, also in an earlier cell. One recorder serves one run of
/// one notebook, one call at a time.
/// </summary>
internal sealed class OutputRecorder
{
    readonly Dictionary<string, List<JsonObject>> shown = [];
    readonly HashSet<Cell> toClear = [];

    /// <summary>
    /// Adds an output to a cell, or applies an update. Set the cell's execution count before: results are stored with it.
    /// An update for an id that was never shown is dropped, as Jupyter does.
    /// </summary>
    public void Record(Cell cell, CellOutput output)
    {
        if (output is not (DisplayUpdate or ClearOutput) && toClear.Remove(cell))
            cell.Outputs.Clear();
        switch (output)
        {
            case ClearOutput { Wait: true }:
                toClear.Add(cell);
                break;
            case ClearOutput:
                cell.Outputs.Clear();
                break;
            case StreamOutput { Text: "" }:
                break;
            case StreamOutput stream when OpenStream(cell, stream) is { } lines:
                MultilineText.Append(lines, stream.Text);
                break;
            case DisplayUpdate update:
                foreach (var display in shown.GetValueOrDefault(update.DisplayId, []))
                    display["data"] = OutputFormat.ToJson(update.Data);
                break;
            default:
                var json = OutputFormat.ToJson(output, cell.ExecutionCount);
                if (output is DisplayOutput { DisplayId: var id }) Remember(id, json);
                cell.Outputs.Add(json);
                break;
        }
    }

    void Remember(string id, JsonObject display)
    {
        if (id.Length == 0) return;
        if (!shown.TryGetValue(id, out var displays)) shown[id] = displays = [];
        displays.Add(display);
    }

    static JsonArray? OpenStream(Cell cell, StreamOutput stream) =>
        cell.Outputs is [.., JsonObject last]
        && MultilineText.AsString(last["output_type"]) == "stream"
        && MultilineText.AsString(last["name"]) == (stream.IsError ? "stderr" : "stdout")
            ? last["text"] as JsonArray : null;
}
