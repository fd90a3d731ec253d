using System.Globalization;
using CourseLib.Data.Texts;

namespace CourseTests.Data.Texts;

public sealed class TurkishTextTests
{
    [Theory]
    [InlineData("IŞIĞI İYİ GÖR", "ışığı iyi gör")]
    [InlineData("Iğdır, İzmir", "ığdır, izmir")]
    [InlineData("I\u0307zmir", "izmir")]
    [InlineData("i\u0307zmir", "izmir")]
    [InlineData("GU\u0308L", "gül")]
    [InlineData("KÂĞIT", "kâğıt")]
    public void Small_letters_are_Turkish(string text, string expected) => Assert.Equal(expected, TurkishText.ToLower(text));

    [Theory]
    [InlineData("ışığı iyi gör", "IŞIĞI İYİ GÖR")]
    [InlineData("çağdaş", "ÇAĞDAŞ")]
    public void Capitals_are_Turkish(string text, string expected) => Assert.Equal(expected, TurkishText.ToUpper(text));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("en-US")]
    [InlineData("")]
    public void The_language_of_the_machine_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal("ıi", TurkishText.ToLower("Iİ"));
            Assert.Equal("Iİ", TurkishText.ToUpper("ıi"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_looks_the_same_becomes_the_same()
    {
        Assert.Equal("şişe'ye\nbak\n", TurkishText.Normalize("s\u0327is\u0327e’ye\r\nbak\r"));
        Assert.Equal("Ilık", TurkishText.Capitalize("ılık"));
        Assert.Equal("İyi", TurkishText.Capitalize("iyi"));
        Assert.Equal("", TurkishText.Capitalize(""));
    }

    [Fact]
    public void Letters_of_other_alphabets_are_noticed()
    {
        Assert.True(TurkishText.IsTurkish("Pijamalı hasta yağız şoföre çabucak güvendi!"));
        Assert.False(TurkishText.IsTurkish("wax"));
        Assert.Equal(29, TurkishText.Alphabet.Distinct().Count());
    }
}
