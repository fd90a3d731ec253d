using CourseLib.Autodiff;
using CourseLib.Matrices;
using CourseLib.Models.Transformers;

namespace CourseTests.Models.Transformers;

public sealed class LanguageModelTests
{
    const int Tokens = 7, Context = 8;

    static LanguageModel Model(int seed = 1, double dropout = 0)
    {
        var model = new LanguageModel(Tokens, Context, size: 4, heads: 2, blocks: 2, seed, dropout);
        // As it starts, all tokens are nearly equally probable; a test would hardly see a difference.
        foreach (var parameter in model.Parameters.Where(one => one.Name != "gamma" && one.Name != "beta"))
            (10 * parameter.Value).CopyTo(parameter.Value);
        return model;
    }

    [Fact]
    public void Gradients_are_the_measured_slopes()
    {
        var model = new LanguageModel(Tokens, context: 4, size: 4, heads: 2, blocks: 2, seed: 1, dropout: 0.2);
        ModelChecks.CheckGradients(model, tape => model.Loss(tape, [[4, 5, 6, 4, 1], [6, 5, 4, 4, 0]]));
    }

    [Fact]
    public void A_token_is_predicted_from_those_before_it_alone()
    {
        Matrix Logits(int[] text) => Model().Forward(Tape.ForEvaluation(), [text]).Value;
        var (one, other) = (Logits([4, 5, 6, 4]), Logits([4, 5, 2, 2]));
        Assert.Equal($"{Tokens}×4", one.Shape);
        Assert.Equal(0, one.GetColumns(0, 2).MaxDifference(other.GetColumns(0, 2)), 1e-12);
        Assert.True(one.GetColumns(2, 1).MaxDifference(other.GetColumns(2, 1)) > 1e-3);
        Assert.Equal(0, one.GetColumns(0, 3).MaxDifference(Logits([4, 5, 6])), 1e-12);
    }

    [Fact]
    public void Texts_of_a_batch_do_not_see_each_other()
    {
        var together = Model().Forward(Tape.ForEvaluation(), [[4, 5, 6], [1, 2, 3]]).Value;
        Assert.Equal(0, together.GetColumns(3, 3).MaxDifference(Model().Forward(Tape.ForEvaluation(), [[1, 2, 3]]).Value), 1e-12);
    }

    [Fact]
    public void With_kept_keys_and_values_it_writes_what_it_writes_without()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var model = Model(seed);
            List<int> text = [4, 2, 5];
            while (text.Count < Context)
                text.Add(model.Forward(Tape.ForEvaluation(), [[.. text]]).Value.ArgMaxOfColumns()[^1]);
            Assert.Equal(text.Skip(3), model.Generate([4, 2, 5], count: Context - 3, seed: 1, temperature: 0));
        }
    }

    [Fact]
    public void When_the_context_is_full_it_goes_on_from_its_second_half()
    {
        var model = Model(seed: 2);
        List<int> text = [4, 2, 5], read = [4, 2, 5];
        for (var i = 0; i < 20; i++)
        {
            if (read.Count > Context)
                read = [.. text.TakeLast(Context / 2)];
            text.Add(model.Forward(Tape.ForEvaluation(), [[.. read]]).Value.ArgMaxOfColumns()[^1]);
            read.Add(text[^1]);
        }
        Assert.Equal(text.Skip(3), model.Generate([4, 2, 5], count: 20, seed: 1, temperature: 0));
    }

    [Fact]
    public void A_long_prompt_is_read_from_its_end()
    {
        var prompt = Enumerable.Range(0, 30).Select(i => i * i % Tokens).ToArray();
        Assert.Equal(Model().Generate(prompt[^Context..], count: 1, seed: 1, temperature: 0), Model().Generate(prompt, count: 1, seed: 1, temperature: 0));
        Assert.Equal(5, Model().Generate(prompt, count: 5, seed: 1).Length);
        Assert.Empty(Model().Generate(prompt, count: 0, seed: 1));
    }

    [Fact]
    public void Temperature_0_and_a_choice_of_one_take_the_most_probable()
    {
        var best = Model().Generate([4], count: 10, seed: 1, temperature: 0);
        Assert.Equal(best, Model().Generate([4], count: 10, seed: 2, temperature: 0));
        Assert.Equal(best, Model().Generate([4], count: 10, seed: 3, temperature: 5, topK: 1));
        Assert.Equal(best, Model().Generate([4], count: 10, seed: 3, temperature: 1e-6));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.5, 0)]
    [InlineData(1, 3)]
    public void Tokens_come_as_often_as_they_are_probable(double temperature, int topK)
    {
        var model = Model();
        const int draws = 4000;
        var logits = model.Forward(Tape.ForEvaluation(), [[4, 5]]).Value.GetColumn(1);
        var eligible = Enumerable.Range(0, Tokens).OrderByDescending(token => logits[token]).Take(topK == 0 ? Tokens : topK).ToArray();
        var weights = Enumerable.Range(0, Tokens).Select(token => eligible.Contains(token) ? Math.Exp(logits[token] / temperature) : 0).ToArray();
        var counts = new int[Tokens];
        for (var seed = 0; seed < draws; seed++)
            counts[model.Generate([4, 5], count: 1, seed, temperature, topK)[0]]++;
        for (var token = 0; token < Tokens; token++)
        {
            var share = weights[token] / weights.Sum();
            Assert.InRange(counts[token] / (double)draws, share - 4 * Math.Sqrt(share * (1 - share) / draws) - 1e-12, share + 4 * Math.Sqrt(share * (1 - share) / draws) + 1e-12);
        }
    }

    [Fact]
    public void Perplexity_is_the_number_of_equally_likely_tokens()
    {
        var undecided = Model();
        foreach (var parameter in undecided.Parameters)
            parameter.Value.Clear();
        Assert.Equal(Tokens, undecided.Perplexity([4, 5, 6, 4, 4]), 1e-12);

        // A text of two pieces, by hand.
        var (model, text) = (Model(), new[] { 4, 5, 6, 1, 2, 3, 4, 4, 5, 6, 2 });
        double Sum(int start, int end)
        {
            var logs = model.Forward(Tape.ForEvaluation(), [text[start..end]]).Value.LogSoftmax();
            return Enumerable.Range(start, end - start).Sum(i => -logs[text[i + 1], i - start]);
        }
        Assert.Equal(Math.Exp((Sum(0, 8) + Sum(8, 10)) / 10), model.Perplexity(text), 1e-12);
    }

    [Fact]
    public void Writing_many_tokens_costs_as_many_times_one()
    {
        // With a window that never fills, allocations per token stay what they are.
        var model = new LanguageModel(Tokens, context: 2000, size: 4, heads: 2, blocks: 1, seed: 1);
        long Bytes(int count)
        {
            model.Generate([4], count, seed: 1);
            var before = GC.GetAllocatedBytesForCurrentThread();
            model.Generate([4], count, seed: 1);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Assert.InRange(Bytes(800) / (double)Bytes(200), 1, 6);
    }

    [Fact]
    public void It_can_be_saved_and_loaded() =>
        ModelChecks.CheckSaving(Model(seed: 1), Model(seed: 2), model => model.Forward(Tape.ForEvaluation(), [[4, 5, 6]]).Value.Data);

    [Fact]
    public void What_the_heads_look_at_can_be_seen()
    {
        var model = Model();
        model.KeepsWeights = true;
        model.Forward(Tape.ForEvaluation(), [[4, 5, 6]]);
        var weights = model.Blocks[1].Attention.Weights!;
        Assert.Equal((2, "3×3"), (weights.Heads, weights[0, 0].Shape));
        Assert.Equal(0, weights[0, 1][2, 1]);
    }

    [Fact]
    public void Mistakes_are_explained()
    {
        var model = Model();
        static void Says(string part, Exception exception) => Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Says("8 tokens at most, but a text has 9", Assert.Throws<ArgumentException>(() => model.Forward(Tape.ForEvaluation(), [new int[9]])));
        Says("same length; got 2, 1", Assert.Throws<ArgumentException>(() => model.Forward(Tape.ForEvaluation(), [[4, 5], [6]])));
        Says("got none", Assert.Throws<ArgumentException>(() => model.Forward(Tape.ForEvaluation(), [])));
        Says("at least one token", Assert.Throws<ArgumentException>(() => model.Forward(Tape.ForEvaluation(), [[]])));
        Says("at least two tokens", Assert.Throws<ArgumentException>(() => model.Loss(Tape.ForEvaluation(), [[4], [5]])));
        Says("at least two tokens", Assert.Throws<ArgumentException>(() => model.Perplexity([4])));
        Says("at least one token to begin with", Assert.Throws<ArgumentException>(() => model.Generate([], 3, seed: 1)));
        Says("7", Assert.Throws<ArgumentOutOfRangeException>(() => model.Generate([7], 3, seed: 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Generate([4], 3, seed: 1, temperature: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Generate([4], 3, seed: 1, topK: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Generate([4], -1, seed: 1));
        Says("3 tokens, but a window has 5", Assert.Throws<ArgumentException>(() => new TextWindows([4, 5, 6], length: 5, batchSize: 1, batches: 1, seed: 1)));
    }

    [Fact]
    public void Windows_are_pieces_of_the_text()
    {
        var text = Enumerable.Range(0, 20).ToArray();
        var windows = new TextWindows(text, length: 5, batchSize: 16, batches: 30, seed: 1);
        var epoch = windows.Epoch(0).ToArray();
        Assert.Equal(30, epoch.Length);
        Assert.All(epoch, batch => Assert.Equal(16, batch.Length));
        Assert.All(epoch.SelectMany(batch => batch), window => Assert.Equal(Enumerable.Range(window[0], 5), window));
        Assert.Equal(Enumerable.Range(0, 16), epoch.SelectMany(batch => batch).Select(window => window[0]).Distinct().Order());
        Assert.Equal(epoch.SelectMany(batch => batch).Select(window => window[0]), windows.Epoch(0).SelectMany(batch => batch).Select(window => window[0]));
        Assert.NotEqual(epoch[0].Select(window => window[0]), windows.Epoch(1).First().Select(window => window[0]));
    }

    [Fact]
    public void A_model_without_blocks_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new LanguageModel(Tokens, Context, size: 4, heads: 2, blocks: 0, seed: 1));
}
