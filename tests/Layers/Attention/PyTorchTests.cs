using System.Text.Json;
using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Layers.Attention;

namespace CourseTests.Layers.Attention;

/// <summary>Attention of recurrent decoders, and positions: output and gradients against PyTorch.</summary>
public sealed class PyTorchTests
{
    static readonly JsonElement Fixture = Fixtures.Read("sequence-attention");

    public static TheoryData<string> Names => [.. Fixture.EnumerateObject().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradients_agree(string name)
    {
        var one = Fixture.GetProperty(name);
        var inputs = one.GetProperty("inputs");
        var module = Make(name, inputs);
        foreach (var parameter in module.Parameters)
            inputs.GetProperty(parameter.Name).Rows().CopyTo(parameter.Value);
        var tape = new Tape();
        var recorded = new Dictionary<string, Variable>();
        Variable Input(string input) => recorded[input] = tape.Input(inputs.GetProperty(input).Rows());

        var output = module switch
        {
            Positions positions => positions.Forward(Input("x"), one.GetProperty("batch").GetInt32(), one.GetProperty("start").GetInt32()),
            SequenceAttention attention => Attend(attention, Input("query"), Input("states"), one),
            _ => throw new InvalidOperationException(name),
        };
        tape.Backward(output.Times(tape.Constant(one.GetProperty("lossWeights").Rows())).Sum());

        Fixtures.AssertClose(one.GetProperty("output").Rows(), output.Value, 1e-12);
        foreach (var gradient in one.GetProperty("gradients").EnumerateObject())
            Fixtures.AssertClose(gradient.Value.Rows(), recorded.TryGetValue(gradient.Name, out var input)
                ? input.Gradient
                : module.Parameters.Single(parameter => parameter.Name == gradient.Name).Gradient, 1e-12);
    }

    static Module Make(string name, JsonElement inputs)
    {
        (int Rows, int Columns) Size(string input) => (inputs.GetProperty(input).Rows().Rows, inputs.GetProperty(input).Rows().Columns);
        var random = new Random(1);
        return name.Split(',')[0] switch
        {
            "additive" => new AdditiveAttention(Size("Wq").Columns, Size("Wk").Columns, Size("Wq").Rows, random),
            "dot" => new DotProductAttention(),
            "general" => new DotProductAttention(Size("W").Rows, Size("W").Columns, random),
            "sinusoidal positions" => new SinusoidalPositions(Size("x").Rows),
            _ => new LearnedPositions(Size("vectors").Rows, Size("vectors").Columns, random),
        };
    }

    static Variable Attend(SequenceAttention attention, Variable query, Variable states, JsonElement one)
    {
        var mask = one.GetProperty("mask");
        var (context, weights) = attention.Forward(query, states, mask.ValueKind == JsonValueKind.Null ? null : mask.Rows());
        Fixtures.AssertClose(one.GetProperty("weights").Rows(), weights.Value, 1e-12);
        return context;
    }
}
