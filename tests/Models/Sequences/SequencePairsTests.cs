using CourseLib.Data.Tokens;
using CourseLib.Models.Sequences;

namespace CourseTests.Models.Sequences;

public sealed class SequencePairsTests
{
    [Fact]
    public void The_decoder_reads_what_it_should_have_written_a_step_before()
    {
        var pairs = ModelChecks.Pairs;
        Assert.Equal(3, pairs.Count);
        Assert.Equal(9, pairs.OutputTokens);
        Assert.Equal([Vocabulary.Begin, 6, 5, 0, Vocabulary.Begin, 4, 0, 0, Vocabulary.Begin, 7, 7, 4], pairs.DecoderInput.IdsBySequence);
        Assert.Equal([6, 5, Vocabulary.End, 0, 4, Vocabulary.End, 0, 0, 7, 7, 4, Vocabulary.End], pairs.DecoderOutput.IdsBySequence);
    }

    [Fact]
    public void Batches_show_every_pair_once_with_others_of_its_length()
    {
        int[][] sources = [.. Enumerable.Range(0, 50).Select(i => Enumerable.Repeat(4 + i % 7, 1 + i % 7).ToArray())];
        int[][] targets = [.. Enumerable.Range(0, 50).Select(i => (int[])[i])];
        var epochs = SequencePairs.Batches(sources, targets, batchSize: 8, seed: 1);
        var first = epochs(0).ToArray();
        Assert.Equal(7, first.Length);
        Assert.Equal(Enumerable.Range(0, 50), first.SelectMany(Numbers).Order());
        Assert.All(first, batch => Assert.InRange(batch.Source.Lengths.Max() - batch.Source.Lengths.Min(), 0, 2));
        Assert.All(first, batch => Assert.Equal((8, 4), (batch.Source.Steps, batch.DecoderInput.Steps)));
        Assert.All(first, batch => Assert.All(Numbers(batch).Zip(batch.Source.Lengths), pair => Assert.Equal(1 + pair.First % 7, pair.Second)));

        Assert.Equal(first.SelectMany(Numbers), epochs(0).SelectMany(Numbers));
        Assert.NotEqual(first.SelectMany(Numbers), epochs(1).SelectMany(Numbers));
        Assert.NotEqual(first.SelectMany(Numbers), SequencePairs.Batches(sources, targets, 8, seed: 2)(0).SelectMany(Numbers));
    }

    static IEnumerable<int> Numbers(SequencePairs batch) => batch.DecoderInput.Ids.Skip(batch.Count).Take(batch.Count);
}
