using CourseLib.Data;
using CourseLib.Data.Tokens;

namespace CourseTests.Data.Sequences;

public sealed class TokenTaskTests
{
    [Fact]
    public void Copying_gives_the_same_and_reversing_the_mirror_image()
    {
        var copy = Datasets.Copy(100, seed: 1);
        var reverse = Datasets.Reverse(100, seed: 1);

        Assert.Equal(copy.Inputs, copy.Targets);
        Assert.Equal(reverse.Inputs.Select(input => input.Reverse()), reverse.Targets);
        Assert.Equal(copy.Inputs, reverse.Inputs);
        Assert.NotEqual(copy.Inputs, Datasets.Copy(100, seed: 2).Inputs);
    }

    [Fact]
    public void Lengths_and_symbols_stay_in_the_range_asked_for_and_use_all_of_it()
    {
        var copy = Datasets.Copy(300, seed: 1, shortest: 2, longest: 5, symbols: 3);

        Assert.Equal([2, 3, 4, 5], copy.Inputs.Select(input => input.Length).Distinct().Order());
        Assert.Equal([4, 5, 6], copy.Inputs.SelectMany(input => input).Distinct().Order());
        Assert.Equal(7, copy.Vocabulary.Count);
        Assert.Equal([Vocabulary.Begin, .. copy.Targets[0], Vocabulary.End], copy.TargetsWithMarks[0]);
    }

    [Fact]
    public void What_is_to_be_recalled_comes_first_and_all_symbols_are_equally_frequent()
    {
        var recall = Datasets.Recall(200, distance: 50, seed: 1);

        Assert.All(recall.Inputs, input => Assert.Equal(51, input.Length));
        Assert.Equal(recall.Inputs.Select(input => input[0] - 4), recall.Labels);
        Assert.All(Enumerable.Range(0, 4), symbol => Assert.Equal(50, recall.Labels.Count(label => label == symbol)));
        Assert.Equal("recall: 200 sequences, 4 symbols, the first asked for after 50 others", recall.ToString());
        Assert.Equal([1], Datasets.Recall(5, 0, 1).Inputs.Select(input => input.Length).Distinct());
    }

    [Fact]
    public void A_recall_cannot_be_guessed_from_the_last_symbol()
    {
        var recall = Datasets.Recall(2000, distance: 5, seed: 3);

        Assert.InRange(recall.Inputs.Zip(recall.Labels, (input, label) => input[^1] - 4 == label ? 1.0 : 0).Average(), 0.2, 0.3);
    }

    [Fact]
    public void Impossible_tasks_are_refused()
    {
        Assert.Contains("2 to 26", Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Copy(1, 1, symbols: 27)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Copy(1, 1, shortest: 5, longest: 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Recall(1, distance: -1, seed: 1));
    }
}
