using CourseLib.Data.Tokens;

namespace CourseTests.Data.Tokens;

public sealed class VocabularyTests
{
    static readonly string[] Words = ["bal", "elma", "elma", "çay", "bal", "elma"];

    [Fact]
    public void Frequent_tokens_come_first_after_the_marks()
    {
        var vocabulary = Vocabulary.Build(Words);

        Assert.Equal(["elma", "bal", "çay"], vocabulary.Tokens.Skip(4));
        Assert.Equal(7, vocabulary.Count);
        Assert.Equal(4, vocabulary.Id("elma"));
        Assert.Equal("çay", vocabulary.Token(6));
        Assert.Equal([4, 5, Vocabulary.Unknown], vocabulary.Ids(["elma", "bal", "süt"]));
        Assert.True(Vocabulary.IsMark(Vocabulary.End));
        Assert.False(Vocabulary.IsMark(4));
    }

    [Fact]
    public void Rare_tokens_can_be_left_out()
    {
        Assert.False(Vocabulary.Build(Words, minimumCount: 2).Contains("çay"));
        Assert.Equal(5, Vocabulary.Build(Words, maximumSize: 1).Count);
    }

    [Fact]
    public void The_four_marks_have_their_places()
    {
        var vocabulary = Vocabulary.Build([]);

        Assert.Equal(["⟨pad⟩", "⟨unk⟩", "⟨begin⟩", "⟨end⟩"],
            new[] { Vocabulary.Padding, Vocabulary.Unknown, Vocabulary.Begin, Vocabulary.End }.Select(vocabulary.Token));
    }

    [Fact]
    public void A_token_twice_and_an_id_beyond_the_last_are_refused()
    {
        Assert.Contains("'a' comes twice", Assert.Throws<ArgumentException>(() => new Vocabulary(["a", "a"])).Message);
        Assert.Contains("ids 0 to 6; got 7", Assert.Throws<ArgumentOutOfRangeException>(() => Vocabulary.Build(Words).Token(7)).Message);
    }
}
