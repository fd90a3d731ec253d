using System.Text.Json;

namespace NotebookHost.Baking;

/// <summary>
/// Whether two charts look the same: texts and settings are equal, and no number is off by more than a thousandth of what
/// its list spans, as other processors round.
/// </summary>
static class FigureComparison
{
    const double Visible = 1e-3;

    /// <summary>The first place where the charts differ; null when they look the same.</summary>
    public static string? Difference(string saved, string fresh)
    {
        if (saved == fresh)
            return null;
        using JsonDocument left = JsonDocument.Parse(saved), right = JsonDocument.Parse(fresh);
        return Difference(left.RootElement, right.RootElement, "chart", span: 0);
    }

    static string? Difference(JsonElement saved, JsonElement fresh, string place, double span)
    {
        if (saved.ValueKind != fresh.ValueKind)
            return $"{place}: {Short(saved)} was saved, {Short(fresh)} came";
        switch (saved.ValueKind)
        {
            case JsonValueKind.Object:
                var names = saved.EnumerateObject().Select(member => member.Name).ToList();
                if (!names.SequenceEqual(fresh.EnumerateObject().Select(member => member.Name)))
                    return $"{place}: it was saved with {string.Join(", ", names)}; now it has {string.Join(", ", fresh.EnumerateObject().Select(member => member.Name))}";
                return names.Select(name => Difference(saved.GetProperty(name), fresh.GetProperty(name), $"{place}.{name}", 0)).FirstOrDefault(found => found is not null);
            case JsonValueKind.Array:
                if (saved.GetArrayLength() != fresh.GetArrayLength())
                    return $"{place}: {saved.GetArrayLength()} entries were saved, {fresh.GetArrayLength()} came";
                var wide = Math.Max(span, Span(saved));
                return saved.EnumerateArray().Zip(fresh.EnumerateArray())
                    .Select((pair, i) => Difference(pair.First, pair.Second, $"{place}[{i}]", wide)).FirstOrDefault(found => found is not null);
            case JsonValueKind.Number:
                var (one, other) = (saved.GetDouble(), fresh.GetDouble());
                return Math.Abs(one - other) <= Visible * Math.Max(span, Math.Abs(one)) ? null : $"{place}: {Short(saved)} was saved, {Short(fresh)} came";
            default:
                return saved.ToString() == fresh.ToString() ? null : $"{place}: {Short(saved)} was saved, {Short(fresh)} came";
        }
    }

    // Of a grid, what all its rows span.
    static double Span(JsonElement array)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        void Look(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Number)
                (low, high) = (Math.Min(low, element.GetDouble()), Math.Max(high, element.GetDouble()));
            else if (element.ValueKind == JsonValueKind.Array)
                foreach (var entry in element.EnumerateArray())
                    Look(entry);
        }
        Look(array);
        return high > low ? high - low : 0;
    }

    static string Short(JsonElement element)
    {
        var text = element.GetRawText();
        return text.Length <= 60 ? text : text[..57] + "…";
    }
}
