using System.Text.RegularExpressions;
using CourseLib.Notebooks;

namespace CourseTests.NotebookSupport;

/// <summary>Multiple-choice questions.</summary>
[Collection(nameof(CourseLanguage))]
public sealed class QuizTests : IDisposable
{
    public QuizTests() => Course.Language = Language.English;

    public void Dispose() => Course.Language = Language.English;

    static QuizQuestion Question() => Quiz.Ask("What is <b>?", ("the bias", true, "value at x = 0"), ("a tag", false, "b < c"));

    [Fact]
    public void Each_choice_opens_its_explanation_and_needs_no_script()
    {
        var html = Question().ToHtml();

        Assert.Equal(2, Regex.Count(html, "<details"));
        Assert.Contains("<summary style=\"cursor:pointer\">A) the bias</summary>", html, StringComparison.Ordinal);
        Assert.Contains("✓ Correct.</strong> value at x = 0", html, StringComparison.Ordinal);
        Assert.Contains("✗ Not this one.</strong> b &lt; c", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("@media print", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_shows_the_choices_and_not_the_answer() =>
        Assert.Equal("What is <b>? A) the bias B) a tag", Question().ToString());

    [Fact]
    public void In_a_turkish_notebook_verdicts_are_turkish()
    {
        Course.Language = Language.Turkish;

        Assert.Contains("✓ Doğru.", Question().ToHtml(), StringComparison.Ordinal);
        Assert.Contains("✗ Bu değil.", Question().ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_cannot_be_answered_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Quiz.Ask("?", ("a", true, "x")));
        Assert.Throws<ArgumentException>(() => Quiz.Ask("?", ("a", false, "x"), ("b", false, "y")));
        Assert.Throws<ArgumentException>(() => Quiz.Ask("?", ("a", true, ""), ("b", false, "y")));
    }
}
