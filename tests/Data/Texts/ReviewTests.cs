using CourseLib.Data;
using CourseLib.Data.Texts;
using CourseLib.Data.Tokens;

namespace CourseTests.Data.Texts;

public sealed class ReviewTests
{
    /// <summary>Accuracy on unseen reviews of logistic regression over word counts, fitted by plain gradient descent.</summary>
    static double WordCounting(Reviews train, Reviews test, Func<string[], IEnumerable<string>>? features = null)
    {
        features ??= words => words;
        var vocabulary = Vocabulary.Build(train.Words.SelectMany(features));
        int[][] Ids(Reviews reviews) => [.. reviews.Words.Select(words => vocabulary.Ids(features(words)))];
        var (weights, inputs, labels) = (new double[vocabulary.Count], Ids(train), train.Labels);
        double Score(int[] ids) => ids.Sum(id => weights[id]);
        for (var epoch = 0; epoch < 30; epoch++)
            for (var i = 0; i < inputs.Length; i++)
            {
                var error = 1 / (1 + Math.Exp(-Score(inputs[i]))) - labels[i];
                foreach (var id in inputs[i]) weights[id] -= 0.01 * error;
            }
        return Ids(test).Zip(test.Labels, (ids, label) => (Score(ids) > 0 ? 1 : 0) == label ? 1.0 : 0).Average();
    }

    [Theory]
    [InlineData(TextLanguages.English)]
    [InlineData(TextLanguages.Turkish)]
    public void Counting_words_does_not_find_the_verdict(TextLanguages language)
    {
        var accuracy = WordCounting(Datasets.Reviews(2000, seed: 1, language), Datasets.Reviews(1000, seed: 2, language));

        Assert.InRange(accuracy, 0.5, 0.7);
    }

    [Theory]
    [InlineData(TextLanguages.English)]
    [InlineData(TextLanguages.Turkish)]
    public void The_order_of_words_says_more_than_the_words(TextLanguages language)
    {
        var (train, test) = (Datasets.Reviews(2000, seed: 1, language), Datasets.Reviews(1000, seed: 2, language));
        IEnumerable<string> Pairs(string[] words) => words.Concat(words.Zip(words.Skip(1), (a, b) => $"{a} {b}"));

        Assert.True(WordCounting(train, test, Pairs) > WordCounting(train, test) + 0.05);
    }

    [Fact]
    public void Half_of_the_reviews_are_positive_in_every_pattern_and_language()
    {
        var reviews = Datasets.Reviews(4000, seed: 3);

        Assert.Equal(2000, reviews.Labels.Sum());
        Assert.Equal(["although", "but", "expected", "negated", "plain"], reviews.All.Select(review => review.Pattern).Distinct().Order());
        foreach (var group in reviews.All.GroupBy(review => (review.Pattern, review.Language)))
            Assert.InRange(group.Average(review => review.Positive ? 1.0 : 0), 0.42, 0.58);
    }

    [Fact]
    public void A_plain_review_says_what_it_means_and_a_negated_one_the_reverse()
    {
        foreach (var review in Datasets.Reviews(2000, seed: 4, TextLanguages.English).All.Where(review => review.Pattern is "plain" or "negated"))
        {
            var praise = ReviewWords.English.Good.Any(word => review.Text.Contains(word, StringComparison.Ordinal));
            Assert.Equal(review.Pattern == "plain" == review.Positive, praise);
        }
    }

    [Fact]
    public void Reviews_follow_the_seed_and_come_as_sentences()
    {
        var reviews = Datasets.Reviews(300, seed: 5);

        Assert.Equal(reviews.Texts, Datasets.Reviews(300, seed: 5).Texts);
        Assert.NotEqual(reviews.Texts, Datasets.Reviews(300, seed: 6).Texts);
        Assert.All(reviews.Texts, text => Assert.True(char.IsUpper(text[0]) && text[^1] == '.' && !text.Contains('{')));
        Assert.All(reviews.All.Where(review => review.Language == TextLanguages.Turkish), review => Assert.True(TurkishText.IsTurkish(review.Text), review.Text));
        Assert.True(reviews.Texts.Distinct().Count() > 290);
        Assert.True(Datasets.Reviews(300, 5, fillers: 8).Texts.Average(text => text.Length) > 1.5 * reviews.Texts.Average(text => text.Length));
    }
}
