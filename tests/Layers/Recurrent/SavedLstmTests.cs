using System.Globalization;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;
using CourseLib.Training.Persistence;

namespace CourseTests.Layers.Recurrent;

/// <summary>The LSTM in data/, whose weights the library has drawn and saved, and what PyTorch computes with them.</summary>
public sealed class SavedLstmTests
{
    [Fact]
    public void PyTorch_computes_the_same_from_the_saved_weights()
    {
        var cell = new LstmCell(inputSize: 3, hiddenSize: 4, seed: 99);
        Weights.Load(cell, RepositoryFolder.Combine("data", "lstm.safetensors"));
        var x = Matrix.FromFunction(3, 20, (i, t) => Math.Sin(t + 2.0 * i));
        var expected = Matrix.FromColumns([.. File.ReadLines(RepositoryFolder.Combine("data", "lstm-pytorch.csv")).Skip(1)
            .Select(line => line.Split(',').Skip(1).Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())]);

        Fixtures.AssertClose(expected, new RecurrentLayer(cell).Apply(x, batch: 1), 1e-13);
    }

    [Fact]
    public void The_saved_weights_are_those_that_the_seed_draws()
    {
        var cell = new LstmCell(inputSize: 3, hiddenSize: 4, seed: 99);
        Weights.Load(cell, RepositoryFolder.Combine("data", "lstm.safetensors"));

        Assert.All(cell.Parameters.Zip(new LstmCell(3, 4, seed: 14).Parameters), pair => Fixtures.AssertClose(pair.Second.Value, pair.First.Value, 1e-14));
    }
}
