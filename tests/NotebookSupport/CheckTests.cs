using CourseLib.Notebooks;

namespace CourseTests.NotebookSupport;

/// <summary>Exercises: right, wrong, untouched, in both languages.</summary>
[Collection(nameof(CourseLanguage))]
public sealed class CheckTests : IDisposable
{
    public CheckTests() => Course.Language = Language.English;

    public void Dispose() => Course.Language = Language.English;

    [Fact]
    public void A_right_answer_passes()
    {
        var result = Check.That("2.1 prediction", () => Expect.Close(134.8, 135, tolerance: 0.5));

        Assert.Equal((CheckState.Passed, "✓ 2.1 prediction: correct."), (result.State, result.ToString()));
    }

    [Fact]
    public void A_wrong_answer_says_what_came_what_was_expected_and_what_to_revisit()
    {
        var result = Check.That("2.1 prediction", () => Expect.Close(27, 135, tolerance: 0.5, hint: "y = w·x + b"));

        Assert.Equal(CheckState.Failed, result.State);
        Assert.Equal("✗ 2.1 prediction: not yet. Got 27, expected 135 (± 0.5). Revisit: y = w·x + b", result.ToString());
    }

    [Fact]
    public void In_a_turkish_notebook_checks_speak_turkish()
    {
        Course.Language = Language.Turkish;

        Assert.Equal("✗ 2.1 tahmin: henüz olmadı. Gelen: 27, beklenen: 135. Şuna yeniden bakın: y = w·x + b",
            Check.That("2.1 tahmin", () => Expect.Close(27, 135, hint: "y = w·x + b")).ToString());
        Assert.Equal("✓ 2.1 tahmin: doğru.", Check.That("2.1 tahmin", () => Expect.Close(135, 135)).ToString());
        Assert.Equal("○ 2.1 tahmin: henüz denenmedi.", Check.That("2.1 tahmin", () => Expect.Close(double.NaN, 135)).ToString());
    }

    static readonly Action[] Untouched =
    [
        () => Expect.Close(double.NaN, 1), () => Expect.Close((double?)null, 1), () => Expect.Close([], [1]),
        () => Expect.Close(null!, [1]), () => Expect.Close([double.NaN, double.NaN], [1, 2]), () => Expect.Between(double.NaN, 0, 1),
        () => Expect.Equal<bool?>(null, true), () => Expect.Equal("", "a"), () => Expect.Equal<string?>(null, "a"),
        () => Expect.SameFunction(null!, x => x, [1]), () => Expect.SameFunction(x => double.NaN, x => x, [1]),
        () => Expect.Attempted(null!), () => throw new NotImplementedException(),
    ];

    [Fact]
    public void An_untouched_scaffold_is_not_attempted() =>
        Assert.All(Untouched, expectations => Assert.Equal(CheckState.NotAttempted, Check.That("1", expectations).State));

    static readonly (Action Expectations, string Reason)[] Wrong =
    [
        (() => Expect.Close(double.PositiveInfinity, 1), "expected 1"),
        (() => Expect.Close([1, 2], [1, 3]), "Got 2 at place 2, expected 3"),
        (() => Expect.Close([1], [1, 3]), "Got 1 numbers, expected 2"),
        (() => Expect.Close([1, double.NaN], [1, 3]), "place 2"),
        (() => Expect.Between(3, 0, 1), "expected from 0 to 1"),
        (() => Expect.Equal("cat", "dog"), "Got \"cat\", expected \"dog\""),
        (() => Expect.Equal(true, false), "Got true, expected false"),
        (() => Expect.SameFunction(x => x, x => 2 * x, [0, 1]), "Got f(1) = 1, expected 2"),
        (() => Expect.True(false, "The loss grew."), "The loss grew."),
        (() => throw new InvalidOperationException("oops"), "InvalidOperationException: oops"),
        (() => { Expect.Close(1, 1); Expect.Close(double.NaN, 1); }, "next part of the answer is still empty"),
    ];

    [Fact]
    public void A_wrong_answer_fails_with_its_reason_and_never_throws() => Assert.All(Wrong, wrong =>
    {
        var result = Check.That("1", wrong.Expectations);

        Assert.Equal(CheckState.Failed, result.State);
        Assert.Contains(wrong.Reason, result.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("✗", result.ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public void The_html_escapes_the_learners_text()
    {
        var html = Check.That("<i>", () => Expect.Equal("<b>", "</div>")).ToHtml();

        Assert.DoesNotContain("<i>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("✗", html, StringComparison.Ordinal);
    }
}

/// <summary>Tests that set the course's language take turns.</summary>
[CollectionDefinition(nameof(CourseLanguage), DisableParallelization = true)]
public sealed class CourseLanguage;
