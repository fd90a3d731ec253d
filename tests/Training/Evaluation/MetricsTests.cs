using CourseLib.Matrices;
using CourseLib.Training.Evaluation;

namespace CourseTests.Training.Evaluation;

public sealed class MetricsTests
{
    [Fact]
    public void Errors_of_numbers()
    {
        Matrix outputs = Matrix.Row(1, 2, 3, 4), targets = Matrix.Row(1, 4, 3, 0);

        Assert.Equal(5, Metrics.MeanSquaredError(outputs, targets));
        Assert.Equal(Math.Sqrt(5), Metrics.RootMeanSquaredError(outputs, targets));
        Assert.Equal(1.5, Metrics.MeanAbsoluteError(outputs, targets));
        Assert.Equal(1 - 5 / 2.5, Metrics.RSquared(outputs, targets), 1e-15); // variance of 1, 4, 3, 0: 2.5
        Assert.Equal(0, Metrics.RSquared(Matrix.Filled(1, 4, 2), targets), 1e-15);
        Assert.True(double.IsNaN(Metrics.RSquared(outputs, Matrix.Filled(1, 4, 2))));
        Assert.Throws<ShapeException>(() => Metrics.MeanSquaredError(outputs, targets.Transpose()));
        Assert.Throws<ShapeException>(() => Metrics.MeanSquaredError(new Matrix(1, 0), new Matrix(1, 0)));
    }

    [Fact]
    public void Accuracy_counts_what_is_right()
    {
        Assert.Equal(0.75, Metrics.Accuracy([0, 1, 2, 1], [0, 1, 2, 2]));
        Assert.Equal(0.5, Metrics.Accuracy(Matrix.FromRows([3, -1], [1, -2], [2, -3]), [0, 1]));
        Assert.Equal(2 / 3.0, Metrics.Accuracy(Matrix.Row(0.2, -0.2, 0), [1, 1, 0]));
        Assert.Throws<ArgumentException>(() => Metrics.Accuracy([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => Metrics.Accuracy([], []));
    }

    [Fact]
    public void A_confusion_matrix_tells_classes_apart()
    {
        var confusion = new ConfusionMatrix([0, 0, 1, 1, 1, 0], [0, 0, 0, 1, 1, 1], "cat", "dog <");

        Assert.Equal((2, 1, 1, 2), (confusion[0, 0], confusion[0, 1], confusion[1, 0], confusion[1, 1]));
        Assert.Equal(4 / 6.0, confusion.Accuracy);
        Assert.Equal(2 / 3.0, confusion.Precision(0));
        Assert.Equal(2 / 3.0, confusion.Recall(1));
        Assert.Equal(2 / 3.0, confusion.F1(1), 1e-15);
        Assert.Equal("rows: right; columns: predicted\n       cat  dog <\n  cat    2      1\ndog <    1      2", confusion.ToString());
        Assert.Contains("<th>dog &lt;</th><td>1</td><td><b>2</b></td>", confusion.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("there is a class 2", Assert.Throws<ArgumentException>(() => new ConfusionMatrix([2], [0], "a", "b")).Message, StringComparison.Ordinal);
        Assert.Equal(0, new ConfusionMatrix([], []).Classes);
    }

    [Fact]
    public void Perplexity_of_guessing_is_the_size_of_the_vocabulary() => Assert.Equal(50, Metrics.Perplexity(Math.Log(50)), 1e-12);

    [Fact]
    public void Exact_match_wants_all_of_it()
    {
        Assert.Equal(0.5, Metrics.ExactMatch(["12.05.2020", "1.1.2000"], ["12.05.2020", "01.01.2000"]));
        Assert.Equal(0.5, Metrics.ExactMatch<int>([[1, 2], [3]], [[1, 2], [3, 4]]));
    }

    static string[] Words(string text) => text.Split(' ');

    [Fact]
    public void Bleu_of_a_word_that_is_repeated_is_clipped()
    {
        // The example of the paper: of seven "the", two are in a reference.
        var candidate = Words("the the the the the the the");
        string[][] references = [Words("the cat is on the mat"), Words("there is a cat on the mat")];

        Assert.Equal(2 / 7.0, Metrics.Bleu<string>([candidate], [references], order: 1), 1e-15);
        Assert.Equal(0, Metrics.Bleu<string>([candidate], [references]));
    }

    [Fact]
    public void Bleu_over_a_corpus_adds_up_counts_and_lengths()
    {
        string[][] candidates = [Words("the cat sat on the mat"), Words("a dog ran")];
        string[][] references = [Words("the cat sat on a mat"), Words("a dog ran home")];
        // 1-grams: 5 of 6 and 3 of 3; 2-grams: 3 of 5 and 2 of 2; lengths 9 and 10.
        var expected = Math.Exp(1 - 10 / 9.0) * Math.Sqrt(8 / 9.0 * (5 / 7.0));

        Assert.Equal(expected, Metrics.Bleu(candidates, references, order: 2), 1e-15);
        Assert.Equal(1, Metrics.Bleu(references, references), 1e-15);
    }
}
