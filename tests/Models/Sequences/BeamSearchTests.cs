using CourseLib.Autodiff;
using CourseLib.Data.Tokens;
using CourseLib.Matrices;
using CourseLib.Models.Sequences;

namespace CourseTests.Models.Sequences;

/// <summary>Beam search against greedy search and against a search through everything.</summary>
public sealed class BeamSearchTests
{
    const int Tokens = 6, MaxLength = 3;

    static EncoderDecoder Model(int seed, AttentionKind attention = AttentionKind.DotProduct)
    {
        var model = new EncoderDecoder(CellKind.Gru, Tokens, Tokens, hidden: 4, seed, attention, embedding: 3);
        // Far from undecided, so that good beginnings may end badly.
        foreach (var parameter in model.Parameters)
            (2 * parameter.Value).CopyTo(parameter.Value);
        return model;
    }

    [Theory]
    [InlineData(AttentionKind.None)]
    [InlineData(AttentionKind.Additive)]
    [InlineData(AttentionKind.DotProduct)]
    public void A_beam_of_one_is_greedy(AttentionKind attention)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var model = Model(seed, attention);
            var greedy = model.Greedy([[4, 5, 5]], maxLength: 8)[0];
            var beam = Assert.Single(model.Beam([4, 5, 5], width: 1, maxLength: 8));
            Assert.Equal(greedy.Tokens, beam.Tokens);
            Assert.Equal(greedy.LogProbability, beam.LogProbability, 1e-12);
            Assert.Equal(greedy.Alignment?.Data, beam.Alignment?.Data);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    [InlineData(2)]
    public void A_beam_as_wide_as_the_world_finds_the_best_output(double penalty)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var model = Model(seed);
            var (tokens, score) = BestOfAll(model, [4, 5], penalty);
            var found = model.Beam([4, 5], width: 300, MaxLength, penalty)[0];
            Assert.Equal(tokens, found.Tokens);
            Assert.Equal(score, found.LogProbability, 1e-12);
        }
    }

    [Fact]
    public void A_wider_beam_finds_outputs_at_least_as_probable_and_sometimes_more()
    {
        var better = 0;
        for (var seed = 1; seed <= 20; seed++)
        {
            var model = Model(seed);
            double Found(int width) => model.Beam([5, 4, 4], width, maxLength: 6, lengthPenalty: 0)[0].LogProbability;
            var (narrow, wide) = (Found(1), Found(8));
            Assert.True(wide >= narrow - 1e-12, $"Model {seed}: {wide} with a beam of 8, {narrow} with one of 1.");
            better += wide > narrow + 1e-9 ? 1 : 0;
        }
        Assert.True(better > 3, $"Only {better} of 20 models had a better output than the greedy one.");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_beam_is_what_one_would_write_down_by_hand(int width)
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var model = Model(seed);
            double[] Logs(int[] beginning) => model.Forward(Tape.ForEvaluation(), new SequencePairs([[4, 5]], [beginning])).Value.LogSoftmax().GetColumn(beginning.Length);
            List<(int[] Tokens, double Sum)> beam = [([], 0)], finished = [];
            for (var t = 0; t < 5; t++)
            {
                var next = beam.SelectMany(one => Logs(one.Tokens).Select((log, token) => (Tokens: (int[])[.. one.Tokens, token], Sum: one.Sum + log)))
                    .OrderByDescending(one => one.Sum).Take(width).ToArray();
                finished.AddRange(next.Where(one => one.Tokens[^1] == Vocabulary.End));
                beam = [.. next.Where(one => one.Tokens[^1] != Vocabulary.End)];
            }
            double[] wanted = [.. finished.Concat(beam).Select(one => one.Sum).OrderDescending().Take(width)];
            Fixtures.AssertClose(wanted, model.Beam([4, 5], width, maxLength: 5, lengthPenalty: 0).Select(one => one.LogProbability), 1e-12);
        }
    }

    [Fact]
    public void Outputs_come_best_first_and_once_each()
    {
        var found = Model(seed: 3).Beam([4, 5], width: 5, maxLength: 4, lengthPenalty: 0);
        Assert.Equal(5, found.Count);
        Assert.Equal(found.Select(one => one.LogProbability).OrderDescending(), found.Select(one => one.LogProbability));
        Assert.Equal(5, found.Select(one => (string.Join(' ', one.Tokens), one.Alignment!.Columns)).Distinct().Count());
    }

    [Fact]
    public void A_penalty_favours_long_outputs()
    {
        var (plain, favoured) = (0, 0);
        for (var seed = 1; seed <= 20; seed++)
        {
            plain += Model(seed).Beam([4, 5], width: 6, maxLength: 8, lengthPenalty: 0)[0].Tokens.Length;
            favoured += Model(seed).Beam([4, 5], width: 6, maxLength: 8, lengthPenalty: 3)[0].Tokens.Length;
        }
        Assert.True(favoured > plain, $"{favoured} tokens with a penalty, {plain} without.");
    }

    // Every output that ends within the length, or was cut there, by its teacher-forced probability.
    static (int[] Tokens, double LogProbability) BestOfAll(EncoderDecoder model, int[] source, double penalty)
    {
        var all = new List<(int[] Tokens, double LogProbability, double Score)>();
        void Add(int[] tokens, bool ends)
        {
            var logs = model.Forward(Tape.ForEvaluation(), new SequencePairs([source], [tokens])).Value.LogSoftmax();
            int[] written = ends ? [.. tokens, Vocabulary.End] : tokens;
            var sum = written.Select((token, t) => logs[token, t]).Sum();
            all.Add((tokens, sum, sum / Math.Pow((5.0 + written.Length) / 6, penalty)));
        }
        void Extend(int[] tokens)
        {
            if (tokens.Length == MaxLength)
            {
                Add(tokens, ends: false);
                return;
            }
            Add(tokens, ends: true);
            foreach (var token in Enumerable.Range(0, Tokens).Where(token => token != Vocabulary.End))
                Extend([.. tokens, token]);
        }
        Extend([]);
        var best = all.MaxBy(one => one.Score);
        return (best.Tokens, best.LogProbability);
    }
}
