using CourseLib.Charts;
using CourseLib.Matrices;

namespace CourseLib.Models;

/// <summary>A small feed-forward network drawn as nodes and edges, with the numbers of one forward pass.</summary>
public static class NetworkDiagram
{
    const double WeightPlace = 0.3;

    /// <summary>
    /// The forward pass of one example, a layer at a time: the numbers known so far stand at their nodes, the weights that
    /// lead into the newest layer at their edges.
    /// </summary>
    /// <param name="net">A network small enough to be drawn.</param>
    /// <param name="x">One example, inputs × 1.</param>
    /// <param name="names">What the layers are called, the inputs first.</param>
    /// <param name="sliderLabel">What a step is.</param>
    /// <exception cref="ArgumentException">There is not one name for each layer.</exception>
    public static Figure ForwardPass(FeedForwardNetwork net, Matrix x, string[] names, string? sliderLabel = null)
    {
        if (names.Length != net.Sizes.Count)
            throw new ArgumentException($"The network has {net.Sizes.Count} layers, the inputs included, but there are {names.Length} names.", nameof(names));
        var tape = Autodiff.Tape.ForEvaluation();
        Matrix[] values = [x, .. net.Trace(tape.Constant(x)).Select(layer => layer.Value.Clone())];
        return Chart.Animate(names.Select((name, layer) => (name, Drawn(net, values, names, layer))), sliderLabel);
    }

    static Figure Drawn(FeedForwardNetwork net, Matrix[] values, string[] names, int reached)
    {
        var layers = Enumerable.Range(0, values.Length).ToArray();
        var (all, lit) = (Edges(net, layers.Skip(1)), Edges(net, reached == 0 ? [] : [reached]));
        var known = layers.Take(reached + 1).SelectMany(layer => Nodes(net, layer)).ToArray();
        var hidden = layers.SelectMany(layer => Nodes(net, layer)).ToArray();
        var figure = Chart
            .Line(all.Select(p => p.X), all.Select(p => p.Y), color: Palette.Grey, width: 1)
            .Line(lit.Select(p => p.X), lit.Select(p => p.Y), color: Palette.Vermilion)
            .Points(hidden.Select(p => p.X), hidden.Select(p => p.Y), color: Palette.Grey, size: 22)
            .Points(known.Select(p => p.X), known.Select(p => p.Y), color: Palette.Blue, size: 26)
            .WithoutAxes().XRange(-0.3, values.Length - 0.7).YRange(-0.35, Tallest(net) - 0.4);
        for (var layer = 0; layer < names.Length; layer++)
            figure = figure.Label(layer, Tallest(net) - 0.55, names[layer]);
        for (var layer = 0; layer <= reached; layer++)
            foreach (var ((nodeX, nodeY), value) in Nodes(net, layer).Zip(values[layer].Data))
                figure = figure.Label(nodeX, nodeY - 0.2, FormattableString.Invariant($"{value:0.###}"));
        return reached == 0 ? figure : WithWeights(figure, net, reached);
    }

    static Figure WithWeights(Figure figure, FeedForwardNetwork net, int layer)
    {
        var w = net.Linears[layer - 1].W.Value;
        var (from, to) = (Nodes(net, layer - 1), Nodes(net, layer));
        for (var i = 0; i < w.Rows; i++)
            for (var j = 0; j < w.Columns; j++)
            {
                var (startX, startY) = from[j];
                var (endX, endY) = to[i];
                figure = figure.Label(startX + WeightPlace * (endX - startX), startY + WeightPlace * (endY - startY) + 0.07, FormattableString.Invariant($"× {w[i, j]:0.##}").Replace('-', '−'));
            }
        return figure;
    }

    // Each edge is two points and a gap.
    static (double X, double Y)[] Edges(FeedForwardNetwork net, IEnumerable<int> into)
    {
        (double, double)[] edges = [.. into.SelectMany(layer => Nodes(net, layer - 1).SelectMany(
            start => Nodes(net, layer).SelectMany(end => new[] { start, end, (double.NaN, double.NaN) })))];
        return edges.Length > 0 ? edges : [(double.NaN, double.NaN)];
    }

    static (double X, double Y)[] Nodes(FeedForwardNetwork net, int layer)
    {
        var count = net.Sizes[layer];
        return [.. Enumerable.Range(0, count).Select(i => ((double)layer, (Tallest(net) + count - 2) / 2.0 - i))];
    }

    static int Tallest(FeedForwardNetwork net) => net.Sizes.Max();
}
