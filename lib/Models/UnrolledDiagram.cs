using System.Globalization;
using CourseLib.Charts;

namespace CourseLib.Models;

/// <summary>
/// A recurrent network unrolled over time: a state for each step, what it reads below it, what it says above it. Time runs
/// to the right.
/// <code>
/// UnrolledDiagram.Of(inputs: ["rainy", "sunny"], outputs: ["hamburger", "hamburger"])
/// UnrolledDiagram.Of(inputs: ["x₁", "x₂", "x₃"], outputs: [null, null, "y"], named: false)    // many to one
/// </code>
/// </summary>
public static class UnrolledDiagram
{
    const double Read = 0, State = 1, Say = 2;

    /// <summary>Draws the steps.</summary>
    /// <param name="inputs">What is read in each step; null where nothing is.</param>
    /// <param name="outputs">What is said in each step; null where nothing is.</param>
    /// <param name="reached">How many steps are lit, for an animation; the rest is grey and wordless. All when left out.</param>
    /// <param name="named">Whether h₀ is drawn, and states and weights bear their names.</param>
    /// <exception cref="ArgumentException">There are no steps, or inputs and outputs differ in number.</exception>
    public static Figure Of(string?[] inputs, string?[] outputs, int? reached = null, bool named = true)
    {
        if (inputs.Length == 0 || inputs.Length != outputs.Length)
            throw new ArgumentException($"Each step needs its input and its output (null for nothing), but there are {inputs.Length} inputs and {outputs.Length} outputs.", nameof(outputs));
        var steps = Enumerable.Range(1, inputs.Length).ToArray();
        var lit = steps.Where(step => step <= (reached ?? inputs.Length)).ToArray();
        IEnumerable<Place> Edges(int step) => [
            .. named || step > 1 ? Arrow(new(step - 1, State), new(step, State)) : [],
            .. inputs[step - 1] is null ? [] : Arrow(new(step, Read), new(step, State)),
            .. outputs[step - 1] is null ? [] : Arrow(new(step, State), new(step, Say))];
        int[] states = named ? [0, .. steps] : steps;
        var read = steps.Where(step => inputs[step - 1] is not null).Select(step => new Place(step, Read)).ToArray();
        var said = steps.Where(step => outputs[step - 1] is not null).Select(step => new Place(step, Say)).ToArray();
        var figure = Figure.Empty;
        figure = Lines(figure, steps.SelectMany(Edges), Palette.Grey, width: 1);
        figure = Lines(figure, lit.SelectMany(Edges), Palette.Vermilion, width: 2.5);
        var held = states.Select(step => new Place(step, State)).ToArray();
        figure = Nodes(figure, [.. held, .. read, .. said], node => !Lit(node), Palette.Grey);
        figure = Nodes(figure, held, Lit, Palette.Blue);
        figure = Nodes(figure, read, Lit, Palette.Green);
        figure = Nodes(figure, said, Lit, Palette.Orange);
        var margin = Math.Max(0.6, (4.2 - inputs.Length) / 2);        // few steps aren't stretched
        figure = figure.WithoutAxes().XRange((named ? 0 : 1) - margin, inputs.Length + margin).YRange(-0.6, 2.6);
        foreach (var step in lit)
            figure = Worded(figure, step, inputs[step - 1], outputs[step - 1], named);
        return named ? figure.Label(0, State + 0.3, "h₀") : figure;

        bool Lit(Place node) => node.X <= lit.Length;
    }

    static Figure Worded(Figure figure, int step, string? input, string? output, bool named)
    {
        const double beside = 0.22, farther = 0.34;           // the names of weights are wider
        if (input is not null)
            figure = figure.Label(step, Read - 0.38, input);
        if (output is not null)
            figure = figure.Label(step, Say + 0.38, output);
        if (!named)
            return figure;
        if (input is not null)
            figure = figure.Label(step + farther, 0.5, "Wxh");
        if (output is not null)
            figure = figure.Label(step + farther, 1.62, "Why");
        return figure.Label(step - 0.5, State - 0.2, "Whh").Label(step + beside, State + 0.25, $"h{Subscript(step)}");
    }

    static Figure Lines(Figure figure, IEnumerable<Place> edges, string color, double width)
    {
        Place[] all = [.. edges.DefaultIfEmpty(Place.Gap)];
        return figure.Line(all.Select(p => p.X), all.Select(p => p.Y), color: color, width: width);
    }

    static Figure Nodes(Figure figure, Place[] nodes, Func<Place, bool> which, string color)
    {
        Place[] all = [.. nodes.Where(which).DefaultIfEmpty(Place.Gap)];
        return figure.Points(all.Select(p => p.X), all.Select(p => p.Y), color: color, size: 26);
    }

    // The line, a gap, and two short strokes on its way that say where it leads.
    static Place[] Arrow(Place from, Place to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var (tipX, tipY) = (from.X + 0.6 * dx, from.Y + 0.6 * dy);
        Place Wing(double side) => new(tipX - 0.08 * dx + side * 0.06 * dy, tipY - 0.08 * dy + side * 0.06 * dx);
        return [from, to, Place.Gap, Wing(+1), new(tipX, tipY), Wing(-1), Place.Gap];
    }

    static string Subscript(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('₀' + (digit - '0'))));

    readonly record struct Place(double X, double Y)
    {
        public static Place Gap { get; } = new(double.NaN, double.NaN);
    }
}
