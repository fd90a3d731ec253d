using CourseLib.Autodiff;
using CourseLib.Layers.Attention;
using CourseLib.Matrices;

namespace CourseTests.Layers.Attention;

/// <summary>Step by step with a cache, and the whole sequence at once.</summary>
public sealed class CachedGenerationTests
{
    const int Size = 6, Heads = 2;

    // At first a prompt of several steps, then one step after the other; long enough that the caches have to grow.
    public static TheoryData<int, int, int> Sequences => new() { { 1, 40, 1 }, { 1, 20, 7 }, { 3, 18, 1 }, { 2, 35, 20 } };

    [Theory]
    [MemberData(nameof(Sequences))]
    public void An_encoder_block_gives_what_it_gives_for_the_whole_sequence(int batch, int steps, int prompt)
    {
        var block = new TransformerEncoderBlock(Size, Heads, 9, new Random(1));
        var x = LayerChecks.Draw(Size, batch * steps, 1);
        var whole = block.Forward(Tape.ForEvaluation().Constant(x), batch, AttentionMask.Causal).Value;

        var (cache, tape) = (new KeyValueCache(batch), Tape.ForEvaluation());
        AssertSteps(whole, x, batch, prompt, part => block.Forward(tape.Constant(part), cache), tape);
        Assert.Equal(steps, cache.Length);
    }

    [Theory]
    [MemberData(nameof(Sequences))]
    public void A_decoder_block_gives_what_it_gives_for_the_whole_sequence(int batch, int steps, int prompt)
    {
        var block = new TransformerDecoderBlock(Size, Heads, 9, new Random(1), normFirst: false);
        var (x, memory) = (LayerChecks.Draw(Size, batch * steps, 1), LayerChecks.Draw(Size, batch * 5, 2));
        var mask = AttentionMask.Padding([.. Enumerable.Range(2, batch)], 5);
        var tape = Tape.ForEvaluation();
        var whole = block.Forward(tape.Constant(x), tape.Constant(memory), batch, memoryMask: mask).Value.Clone();

        var cache = new KeyValueCache(batch);
        var remembered = block.CrossAttention.Remember(tape.Constant(memory), batch, mask);
        tape.Clear();
        AssertSteps(whole, x, batch, prompt, part => block.Forward(tape.Constant(part), cache, remembered), tape);
    }

    [Fact]
    public void The_last_weights_are_those_of_the_whole_sequence()
    {
        var attention = new MultiHeadAttention(Size, Heads, new Random(1)) { KeepsWeights = true };
        var (x, cache, tape) = (LayerChecks.Draw(Size, 4, 1), new KeyValueCache(), Tape.ForEvaluation());
        attention.Forward(tape.Constant(x), batch: 1, mask: AttentionMask.Causal);
        var whole = attention.Weights!;
        for (var t = 0; t < 4; t++)
            attention.Forward(tape.Constant(x.GetColumns(t, 1)), cache);

        for (var head = 0; head < Heads; head++)
            Fixtures.AssertClose(whole[0, head].GetColumns(3, 1), attention.Weights![0, head], 1e-12);
    }

    [Fact]
    public void A_cache_that_was_cleared_begins_anew()
    {
        var attention = new MultiHeadAttention(Size, Heads, new Random(1));
        var (x, cache) = (Tape.ForEvaluation().Constant(LayerChecks.Draw(Size, 4, 1)), new KeyValueCache());
        var first = attention.Forward(x, cache).Value.Clone();
        cache.Clear();

        Assert.Equal(first.Data, attention.Forward(x, cache).Value.Data);
    }

    [Fact]
    public void The_work_for_a_token_does_not_allocate_more_the_longer_the_sequence()
    {
        var block = new TransformerEncoderBlock(Size, Heads, 9, new Random(1));
        var (x, cache, tape) = (LayerChecks.Draw(Size, 1, 1), new KeyValueCache(), Tape.ForEvaluation());
        long Bytes(int tokens)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < tokens; i++)
            {
                block.Forward(tape.Constant(x), cache);
                tape.Clear();
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Bytes(130);                                       // the cache has room for 256 now
        Assert.Equal(Bytes(50), Bytes(50));
    }

    [Fact]
    public void Misuse_is_refused()
    {
        var attention = new MultiHeadAttention(Size, Heads, new Random(1));
        Variable Zeros(int rows, int columns) => Tape.ForEvaluation().Constant(new Matrix(rows, columns));

        Assert.Contains("Tape.ForEvaluation()", Assert.Throws<InvalidOperationException>(() => attention.Forward(new Tape().Constant(new Matrix(Size, 1)), new KeyValueCache())).Message, StringComparison.Ordinal);
        Assert.Contains("into 2 sequences", Assert.Throws<ShapeException>(() => attention.Forward(Zeros(Size, 3), new KeyValueCache(2))).Message, StringComparison.Ordinal);
        Assert.Contains("the 2 sequences of the cache", Assert.Throws<ShapeException>(() => attention.Recall(Zeros(Size, 3), attention.Remember(Zeros(Size, 4), 2))).Message, StringComparison.Ordinal);
        Assert.Contains("Tape.ForEvaluation()", Assert.Throws<InvalidOperationException>(() => attention.Recall(new Tape().Constant(new Matrix(Size, 1)), attention.Remember(Zeros(Size, 4), 1))).Message, StringComparison.Ordinal);
        Assert.Contains("the padding alone", Assert.Throws<ArgumentException>(() => attention.Remember(Zeros(Size, 4), 1, AttentionMask.Causal)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyValueCache(0));

        var cache = attention.Remember(Zeros(Size, 4), batch: 1);
        Assert.Contains("cache of its own", Assert.Throws<ShapeException>(() => new MultiHeadAttention(4, 2, new Random(1)).Forward(Zeros(4, 1), cache)).Message, StringComparison.Ordinal);
    }

    static void AssertSteps(Matrix whole, Matrix x, int batch, int prompt, Func<Matrix, Variable> forward, Tape tape)
    {
        var steps = x.Columns / batch;
        for (int start = 0, count = prompt; start < steps; start += count, count = 1)
        {
            int[] columns = [.. Enumerable.Range(0, batch).SelectMany(e => Enumerable.Range(e * steps + start, count))];
            Fixtures.AssertClose(whole.SelectColumns(columns), forward(x.SelectColumns(columns)).Value, 1e-12);
            tape.Clear();
        }
    }
}
