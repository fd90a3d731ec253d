using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Training.Optimizers;

/// <summary>What an optimizer remembers of one parameter between two steps.</summary>
public sealed class OptimizerMemory
{
    readonly string[] names;
    readonly Matrix[] values;

    internal OptimizerMemory(Parameter parameter, string[] names)
    {
        (Parameter, this.names) = (parameter, names);
        values = [.. names.Select(_ => new Matrix(parameter.Value.Rows, parameter.Value.Columns))];
    }

    /// <summary>Whose memory it is.</summary>
    internal Parameter Parameter { get; }

    /// <summary>t: how many steps the parameter has made.</summary>
    public int Steps { get; internal set; }

    /// <summary>The symbols of what is remembered, as in the optimizer's formula.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>What is remembered under a symbol, of the parameter's shape.</summary>
    /// <exception cref="ArgumentException">Nothing is remembered under this symbol.</exception>
    public Matrix this[string name] => Array.IndexOf(names, name) is var at and >= 0
        ? values[at]
        : throw new ArgumentException($"There is no '{name}' here; remembered is {(names.Length == 0 ? "nothing" : string.Join(", ", names))}.", nameof(name));

    internal Span<double> First => values.Length > 0 ? values[0].AsSpan() : [];

    internal Span<double> Second => values.Length > 1 ? values[1].AsSpan() : [];

    internal void MarkChanged()
    {
        foreach (var value in values)
            value.MarkChanged();
    }

    /// <inheritdoc/>
    public override string ToString() => $"after step {Steps}: {(names.Length == 0 ? "nothing is remembered" : string.Join(", ", names.Zip(values, (name, value) => $"{name} {value.Shape}")))}";
}
