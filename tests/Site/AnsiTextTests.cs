using NotebookHost.Site;

namespace CourseTests.Site;

public sealed class AnsiTextTests
{
    [Theory]
    [InlineData("plain\ntext", "plain\ntext")]
    [InlineData("\u001b[1;31mred\u001b[0m", "red")]
    [InlineData("\u001b]0;title\u0007shown", "shown")]
    [InlineData("epoch 1\repoch 2\n", "epoch 2\n")]
    [InlineData("10 %\r9", "90 %")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("ab\bc", "ac")]
    public void The_text_is_what_a_screen_would_show(string text, string shown) => Assert.Equal(shown, AnsiText.ToPlain(text));
}
