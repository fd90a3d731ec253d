using System.Runtime.Intrinsics;
using System.Text.RegularExpressions;
using CourseTests.Running;
using CourseTests.Running.Command;
using NotebookHost.Documents;
using NotebookHost.Programs;

namespace CourseTests.Matrices;

/// <summary>Trainings end with the same bits whether the processor's registers hold two numbers, four or eight.</summary>
public sealed class RegisterWidthTests
{
    // Sizes that no width divides; every sum of the library has a part in one of them.
    const string Trainings = """
        long Train(IReadOnlyList<Parameter> parameters, Func<Tape, Variable> loss)
        {
            var (tape, adam, bits) = (new Tape(), new Adam(0.01), 17L);
            for (var step = 0; step < 20; step++)
            {
                parameters.ClearGradients();
                tape.Backward(loss(tape));
                parameters.ClipGradientNorm(1);
                adam.Step(parameters);
                tape.Clear();
            }
            foreach (var parameter in parameters)
                foreach (var number in parameter.Value.AsSpan())
                    bits = unchecked(bits * 31 + BitConverter.DoubleToInt64Bits(number));
            return bits;
        }
        Matrix Draw(int rows, int columns) => Matrix.FromFunction(rows, columns, (i, j) => Math.Sin(3.7 * i + 1.3 * j * j));
        int[] labels = [.. Enumerable.Range(0, 22).Select(i => i * i % 11)];

        var net = new FeedForwardNetwork([7, 19, 11], Activation.Tanh, seed: 1);
        var lstm = new RecurrentLayer(new LstmCell(5, 13, seed: 1));
        var block = new TransformerEncoderBlock(14, 2, 23, new Random(1));
        var (read, one, readBlock) = (new Linear(13, 11, seed: 2), new FeedForwardNetwork([7, 9, 1], Activation.Gelu, seed: 3), new Linear(14, 11, seed: 4));
        var (x, sequence, embedded, target) = (Draw(7, 22), Draw(5, 6 * 22), Draw(14, 22), Draw(1, 22));
        Console.WriteLine(Train(net.Parameters, tape => Losses.CrossEntropy(net.Forward(tape.Constant(x)), labels)));
        Console.WriteLine(Train(one.Parameters, tape => Losses.MeanSquaredError(one.Forward(tape.Constant(x)), target)));
        Console.WriteLine(Train([.. lstm.Parameters, .. read.Parameters], tape => Losses.CrossEntropy(read.Forward(lstm.Forward(tape.Constant(sequence), 22).Last.Hidden), labels)));
        Console.WriteLine(Train([.. block.Parameters, .. readBlock.Parameters], tape => Losses.CrossEntropy(readBlock.Forward(block.Forward(tape.Constant(embedded), 2)), labels)));
        """;

    [Fact]
    public async Task Trainings_end_with_the_same_bits_at_every_width()
    {
        Assert.SkipUnless(Vector256.IsHardwareAccelerated, "This processor's registers have one width, 128 bits.");
        using var folder = new TemporaryFolder();
        TestNotebook.Of($"#!import {RepositoryFolder.Combine("notebooks", "en", "setup.csx")}", "System.Numerics.Vector<double>.Count", Trainings)
            .Save(folder.At("train.ipynb"));

        var runs = await Task.WhenAll(new[] { "128", "256", "512" }.Select(async width =>
        {
            var result = await CourseProcess.RunWithAsync((WideRegisters.Variable, width), folder.Path, "run", "train.ipynb", "--no-site", "-o", width);
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
            var executed = Notebook.Load(folder.At($"{width}/notebooks/train.ipynb"));
            return (Lanes: executed.OutputText(2), Bits: executed.OutputText(3));
        }));

        Assert.NotEqual(runs[0].Lanes, runs[1].Lanes);
        Assert.Equal(4, Regex.Count(runs[0].Bits, @"\d{9,}"));
        Assert.Single(runs.Select(run => run.Bits).Distinct());
    }
}
