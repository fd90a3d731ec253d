using CourseLib.Data;
using CourseLib.Data.Texts;
using CourseLib.Data.Tokens;
using FsCheck;
using FsCheck.Fluent;

namespace CourseTests.Data.Tokens;

public sealed class TokenizerTests
{
    const string Text = "Damlaya damlaya göl olur. Göl damla damla dolar!\nIlık süt, şeker 🍦 ve  bal.";

    [Fact]
    public void Characters_come_back_as_they_were_and_emoji_stay_whole()
    {
        var tokenizer = new CharacterTokenizer(Text);

        Assert.Equal(Text, tokenizer.Decode(tokenizer.Encode(Text)));
        Assert.True(tokenizer.Vocabulary.Contains("🍦"));
        Assert.Equal(["ı", "ğ"], tokenizer.Tokenize("ığ"));
        Assert.Equal("a�", tokenizer.Decode(tokenizer.Encode("a&")));
    }

    [Fact]
    public void Decoding_stops_at_the_end_mark_and_leaves_padding_and_begin_out()
    {
        var tokenizer = new CharacterTokenizer("ab");

        Assert.Equal("ab", tokenizer.Decode([Vocabulary.Begin, 4, 5, Vocabulary.Padding, Vocabulary.End, 4]));
    }

    [Fact]
    public void The_most_frequent_neighbours_are_joined_first()
    {
        var tokenizer = new BytePairTokenizer("aab aab aab ab", merges: 2);

        Assert.Equal([("a", "b"), ("a", "ab")], tokenizer.Merges);
        Assert.Equal(["aab", " ", "aab", " ", "ab"], tokenizer.Tokenize("aab aab ab"));
    }

    [Fact]
    public void More_joins_make_fewer_tokens_and_none_makes_characters()
    {
        var text = Datasets.TurkishText();
        int Tokens(int merges) => new BytePairTokenizer(text, merges).Encode(text).Length;

        Assert.Equal(text.EnumerateRunes().Count(), Tokens(0));
        Assert.InRange(Tokens(200), 1, 0.65 * text.Length);
    }

    [Fact]
    public void Joining_ends_when_no_pair_comes_twice() =>
        Assert.Empty(new BytePairTokenizer("abc", merges: 10).Merges);

    [Fact]
    public void Byte_pairs_give_every_text_of_known_characters_back()
    {
        var tokenizer = new BytePairTokenizer(Text, merges: 30);
        var texts = Gen.Elements(Text.EnumerateRunes().Select(rune => rune.ToString()).Distinct().ToArray()).ArrayOf().Select(string.Concat).ToArbitrary();

        Prop.ForAll(texts, text => tokenizer.Decode(tokenizer.Encode(text)) == text).Check(Properties.Repeatable(300));
        Assert.Equal("göl�", tokenizer.Decode(tokenizer.Encode("gölX")));
    }

    [Fact]
    public void Words_are_small_without_punctuation_and_keep_their_endings()
    {
        Assert.Equal(["ılgaz'da", "iyi", "ışık", "23", "gün"], TextWords.Split("ILGAZ’da: İyi ışık… (23 gün)!", TextLanguages.Turkish));
        Assert.Equal(["i", "don't", "know"], TextWords.Split("I don't know.", TextLanguages.English));
        Assert.Contains("say TextLanguages.English", Assert.Throws<ArgumentException>(() => TextWords.Split("I", TextLanguages.Both)).Message);
        var tokenizer = new WordTokenizer(["good tea", "good soup"], TextLanguages.English);
        Assert.Equal("good � soup", tokenizer.Decode(tokenizer.Encode("Good, hot soup!")));
    }
}
