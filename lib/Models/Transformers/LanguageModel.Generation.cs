using CourseLib.Autodiff;
using CourseLib.Layers.Attention;
using CourseLib.Matrices;

namespace CourseLib.Models.Transformers;

/// <content>Writing on.</content>
public sealed partial class LanguageModel
{
    /// <summary>
    /// Writes on, token by token. Keys and values of earlier tokens are kept, so each new token costs the same; when the
    /// context is full, the second half of it is read again and the rest forgotten.
    /// </summary>
    /// <param name="prompt">The tokens to begin with; at least one.</param>
    /// <param name="count">How many tokens to write.</param>
    /// <param name="seed">For the choice of tokens; the same seed gives the same text.</param>
    /// <param name="temperature">Logits are divided by it: below 1 bolder, above 1 more varied; 0 always takes the most probable.</param>
    /// <param name="topK">Only the k most probable tokens can be chosen; 0: all.</param>
    /// <returns>The new tokens, without the prompt.</returns>
    /// <exception cref="ArgumentException">The prompt is empty, or the temperature negative.</exception>
    public int[] Generate(int[] prompt, int count, int seed, double temperature = 1, int topK = 0)
    {
        if (prompt.Length == 0)
            throw new ArgumentException("The model needs at least one token to begin with.", nameof(prompt));
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(temperature);
        ArgumentOutOfRangeException.ThrowIfNegative(topK);
        var random = new Random(seed);
        var tape = Tape.ForEvaluation();
        var text = prompt.ToList();
        var caches = blocks.Select(_ => new KeyValueCache()).ToArray();
        var unread = prompt[Math.Max(0, prompt.Length - Context)..];
        for (var i = 0; i < count; i++)
        {
            if (caches[0].Length + unread.Length > Context)
            {
                foreach (var cache in caches)
                    cache.Clear();
                unread = [.. text.TakeLast(Math.Max(1, Context / 2))];
            }
            text.Add(Choose(NextLogits(tape, unread, caches), temperature, topK, random));
            unread = [text[^1]];
        }
        return [.. text.Skip(prompt.Length)];
    }

    double[] NextLogits(Tape tape, int[] unread, KeyValueCache[] caches)
    {
        tape.Clear();
        var x = positions.Forward(vectors.Forward(tape, unread), batch: 1, start: caches[0].Length);  // d × unread
        for (var n = 0; n < blocks.Length; n++)
            x = blocks[n].Forward(x, caches[n]);
        return output.Forward(norm.Forward(x)).Value.GetColumn(unread.Length - 1);                  // tokens
    }

    static int Choose(double[] logits, double temperature, int topK, Random random)
    {
        var ranked = Enumerable.Range(0, logits.Length).OrderByDescending(token => logits[token]).ToArray();
        if (temperature == 0)
            return ranked[0];
        var eligible = ranked.Take(topK == 0 ? ranked.Length : topK).ToArray();
        var probabilities = Matrix.Column([.. eligible.Select(token => logits[token] / temperature)]).Softmax().Data;
        var left = random.NextDouble();
        for (var i = 0; i < eligible.Length; i++)
            if ((left -= probabilities[i]) < 0)
                return eligible[i];
        return eligible[^1];
    }
}
