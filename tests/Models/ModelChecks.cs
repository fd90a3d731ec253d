using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Models.Sequences;
using CourseLib.Training.Persistence;

namespace CourseTests.Models;

/// <summary>What every model is tested with.</summary>
static class ModelChecks
{
    /// <summary>Three pairs of different lengths, among the ids 4 … 7 (and an unknown token).</summary>
    public static readonly int[][] Sources = [[4, 5, 6, 7], [7, 1], [5, 4, 4]], Targets = [[6, 5], [4], [7, 7, 4]];

    public static SequencePairs Pairs => new(Sources, Targets);

    /// <summary>Demands that the gradient of a loss with respect to all of a model's parameters is the measured slope.</summary>
    public static void CheckGradients(Module model, Func<Tape, Variable> loss)
    {
        // Away from where the model starts, so that no bias is 0 and no norm 1.
        var random = new Random(5);
        foreach (var parameter in model.Parameters)
            foreach (ref var number in parameter.Value.AsSpan())
                number += 0.2 * (2 * random.NextDouble() - 1);
        var report = GradientCheck.Run(loss, model.Parameters);
        Assert.True(report.Agrees, $"{model}: {report}");
        // A parameter that nothing depends on would agree, too. (The bias of attention's keys shifts all scores of a query alike,
        // which softmax doesn't see.)
        Assert.All(model.NamedParameters.Where(one => !one.Name.EndsWith("key.b", StringComparison.Ordinal)), one => Assert.True(one.Parameter.Gradient.Norm() > 0, $"{one.Name} has no gradient"));
    }

    /// <summary>Demands that a model which was saved and loaded into another one computes the same.</summary>
    public static void CheckSaving<T>(T model, T other, Func<T, IEnumerable<double>> compute) where T : Module
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "model.safetensors");
        Assert.NotEqual(compute(model), compute(other));
        Weights.Save(model, path);
        Weights.Load(other, path);
        Assert.Equal(compute(model), compute(other));
    }
}
