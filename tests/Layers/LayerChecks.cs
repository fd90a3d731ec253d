using System.Text.Json;
using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Matrices;

namespace CourseTests.Layers;

/// <summary>What every layer is tested with.</summary>
static class LayerChecks
{
    /// <summary>A matrix of normally distributed numbers.</summary>
    public static Matrix Draw(int rows, int columns, int seed) => Initializer.Normal(1).Create(rows, columns, new Random(seed));

    /// <summary>A loss in which each entry has a weight of its own, so that it notices entries that change places.</summary>
    public static Variable Weighted(this Variable y) => y.Times(y.Tape.Constant(Draw(y.Rows, y.Columns, seed: 7))).Sum();

    /// <summary>Demands that the gradients of a module's parameters and of its inputs are the measured slopes.</summary>
    public static void CheckGradients(Module module, Func<Variable[], Variable> forward, params Matrix[] inputs)
    {
        Parameter[] asParameters = [.. inputs.Select((input, i) => new Parameter($"input {i + 1}", input))];
        var report = GradientCheck.Run(tape => forward([.. asParameters.Select(tape.Use)]).Weighted(), module.Parameters.Concat(asParameters));
        Assert.True(report.Agrees, $"{module}: {report}");
    }

    /// <summary>The same for a layer.</summary>
    public static void CheckGradients(Layer layer, Matrix x) => CheckGradients(layer, v => layer.Forward(v[0]), x);

    /// <summary>Sets the parameters of a module to those of a fixture, under the same names.</summary>
    public static void Load(Module module, JsonElement parameters)
    {
        var names = module.NamedParameters.Select(named => named.Name).Order();
        Assert.Equal(names, parameters.EnumerateObject().Select(one => one.Name).Order());
        foreach (var (name, parameter) in module.NamedParameters)
            parameters.GetProperty(name).Rows().CopyTo(parameter.Value);
    }

    /// <summary>Demands that a module's gradients are those of a fixture.</summary>
    public static void AssertGradients(JsonElement gradients, Module module)
    {
        foreach (var (name, parameter) in module.NamedParameters)
            Fixtures.AssertClose(gradients.GetProperty(name).Rows(), parameter.Gradient);
    }

    /// <summary>Demands output and gradients of a layer to be those of a fixture.</summary>
    public static void AssertAgrees(JsonElement expected, Layer layer)
    {
        Load(layer, expected.GetProperty("parameters"));
        var tape = new Tape();
        var x = tape.Input(expected.GetProperty("x").Columns());
        var y = layer.Forward(x);
        tape.Backward(y.Times(tape.Constant(expected.GetProperty("lossWeights").Columns())).Sum());

        Fixtures.AssertClose(expected.GetProperty("output").Columns(), y.Value);
        Fixtures.AssertClose(expected.GetProperty("xGradient").Columns(), x.Gradient);
        AssertGradients(expected.GetProperty("gradients"), layer);
    }
}
