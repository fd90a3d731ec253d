using NotebookHost.Running;
using NotebookHost.Scripting;

namespace CourseTests.Running;

public sealed class OutputLimiterTests
{
    static readonly RunOptions Small = new() { PrintedHead = 10, PrintedTail = 5, Displays = 2 };

    [Fact]
    public void What_fits_goes_through_untouched()
    {
        var limiter = new OutputLimiter(Small);
        var text = new StreamOutput(false, "0123456789");

        Assert.Same(text, limiter.Pass(text));
        Assert.Empty(limiter.Rest());
    }

    [Fact]
    public void A_little_more_than_the_head_is_kept_whole()
    {
        var limiter = new OutputLimiter(Small);

        var first = Assert.IsType<StreamOutput>(limiter.Pass(new StreamOutput(false, "0123456789abcde")));

        Assert.Equal("0123456789", first.Text);
        Assert.Equal([new StreamOutput(false, "abcde")], limiter.Rest());
    }

    [Fact]
    public void Of_a_flood_the_beginning_and_the_end_stay_and_the_gap_is_counted()
    {
        var limiter = new OutputLimiter(Small);
        var passed = "";
        for (var i = 0; i < 1000; i++)
            passed += ((StreamOutput?)limiter.Pass(new StreamOutput(false, $"{i:000}")))?.Text;

        var rest = limiter.Rest().Cast<StreamOutput>().ToList();

        Assert.Equal("0000010020", passed);
        Assert.EndsWith("998999", rest[1].Text, StringComparison.Ordinal);
        Assert.Contains($"{3000 - 10 - rest[1].Text.Length:N0} characters left out", rest[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_huge_piece_is_cut_too()
    {
        var limiter = new OutputLimiter(Small);

        limiter.Pass(new StreamOutput(false, new string('a', 1_000_000) + "end"));

        Assert.EndsWith("end", ((StreamOutput)limiter.Rest().Last()).Text, StringComparison.Ordinal);
        Assert.InRange(((StreamOutput)limiter.Rest().Last()).Text.Length, 5, 10);
    }

    [Fact]
    public void Too_many_displayed_values_are_counted_and_errors_always_pass()
    {
        var limiter = new OutputLimiter(Small);
        var shown = Enumerable.Range(0, 5).Count(i => limiter.Pass(new DisplayOutput(MimeBundle.Of("text/plain", "x"), $"{i}")) is not null);
        var error = new ErrorOutput("E", "m", [], null);

        Assert.Equal(2, shown);
        Assert.Same(error, limiter.Pass(error));
        Assert.Contains("3 values left out", ((StreamOutput)Assert.Single(limiter.Rest())).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_cleared_away_counts_no_longer(bool wait)
    {
        var limiter = new OutputLimiter(Small);
        for (var frame = 0; frame < 10; frame++)
        {
            limiter.Pass(new ClearOutput(wait));
            Assert.NotNull(limiter.Pass(new DisplayOutput(MimeBundle.Of("text/plain", "frame"), $"{frame}")));
            Assert.Equal("12345678", Assert.IsType<StreamOutput>(limiter.Pass(new StreamOutput(false, "12345678"))).Text);
        }

        Assert.False(limiter.IsHoldingBack);
        Assert.Empty(limiter.Rest());
    }

    [Fact]
    public void Until_something_new_comes_a_clearing_that_waits_forgets_nothing()
    {
        var limiter = new OutputLimiter(Small);
        limiter.Pass(new StreamOutput(false, "0123456789abcdefghijklmnop"));
        limiter.Pass(new ClearOutput(true));

        Assert.True(limiter.IsHoldingBack);
        Assert.NotEmpty(limiter.Rest());
    }
}
