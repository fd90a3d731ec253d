using CourseLib.Data.Splits;

namespace CourseLib.Data.Texts;

/// <summary>
/// Short product reviews with the writer's verdict, half of them positive. Counting good and bad words doesn't tell the
/// verdict; a model must read negation and contrast.
/// </summary>
public sealed class Reviews : IExamples<Reviews>, ILabelled
{
    readonly Review[] reviews;

    Reviews(Review[] reviews) => this.reviews = reviews;

    /// <summary>The reviews with all that is known of them.</summary>
    public IReadOnlyList<Review> All => reviews;

    /// <inheritdoc/>
    public int Count => reviews.Length;

    /// <summary>1 where the writer is content, else 0.</summary>
    public int[] Labels => [.. reviews.Select(review => review.Positive ? 1 : 0)];

    /// <summary>What a model reads.</summary>
    public string[] Texts => [.. reviews.Select(review => review.Text)];

    /// <summary>Each review as words in small letters.</summary>
    public string[][] Words => [.. reviews.Select(review => TextWords.Split(review.Text, review.Language))];

    /// <summary>Writes reviews: every second one positive, in random order.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed gives the same reviews.</param>
    /// <param name="language">Turkish, English or both.</param>
    /// <param name="fillers">
    /// How many sentences without opinion stand before and after the one that counts, at most. More of them make the
    /// reviews longer and what counts further from the end.
    /// </param>
    public static Reviews Generate(int count, int seed, TextLanguages language = TextLanguages.Both, int fillers = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(fillers);
        var random = new Random(seed);
        var generator = new ReviewGenerator(random);
        var reviews = new Review[count];
        for (var i = 0; i < count; i++)
            reviews[i] = generator.Write(language.Draw(random), positive: i % 2 == 0, random.Next(fillers + 1));
        random.Shuffle(reviews);
        return new Reviews(reviews);
    }

    /// <inheritdoc/>
    public Reviews Select(IReadOnlyList<int> examples)
    {
        ExampleNumbers.Check(examples, Count);
        return new([.. examples.Select(i => reviews[i])]);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Count} reviews, {Labels.Sum()} positive{(Count > 0 ? $": {string.Join(" ", reviews.Take(2).Select(review => $"[{review}]"))}{(Count > 2 ? " …" : "")}" : "")}";
}
