using System.Text;
using CourseLib.Data;
using CourseLib.Data.Texts;

namespace CourseTests.Data.Texts;

public sealed class TurkishTextsTests
{
    [Fact]
    public void Proverbs_are_many_different_whole_sentences()
    {
        var proverbs = Datasets.TurkishProverbs();

        Assert.True(proverbs.Length >= 200);
        Assert.Equal(proverbs.Length, proverbs.Distinct().Count());
        Assert.All(proverbs, proverb => Assert.Matches(@"^\p{Lu}.*\.$", proverb));
        Assert.Contains("Damlaya damlaya göl olur.", proverbs);
    }

    [Fact]
    public void Tales_have_a_title_and_a_body()
    {
        var tales = Datasets.TurkishTales();

        Assert.True(tales.Length >= 18);
        Assert.Equal(tales.Length, tales.Select(tale => tale.Title).Distinct().Count());
        Assert.All(tales, tale => Assert.InRange(tale.Text.Length, 400, 3000));
        Assert.All(tales, tale => Assert.DoesNotContain('\n', tale.Title));
    }

    [Fact]
    public void The_whole_text_is_Turkish_normalised_and_enough_for_a_small_model()
    {
        var text = Datasets.TurkishText();
        var letters = new HashSet<char>(TurkishText.Alphabet + "âîû");

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 30_000, 60_000);
        Assert.True(text.IsNormalized());
        Assert.Equal("", string.Concat(TurkishText.ToLower(text).Where(c => char.IsLetter(c) && !letters.Contains(c)).Distinct()));
        Assert.Equal("", string.Concat(text.Where(c => !char.IsLetterOrDigit(c) && !" \n.,:;!?'\"".Contains(c)).Distinct()));
        Assert.Equal(TurkishText.ToLower(text), Datasets.TurkishText(lowerCase: true));
        Assert.All(TurkishText.Alphabet, letter => Assert.Contains(letter, TurkishText.ToLower(text)));
    }

    [Fact]
    public void The_data_folder_is_small()
    {
        var folder = Path.GetDirectoryName(DataFiles.Find("turkish-tales.txt"))!;

        Assert.InRange(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, 3_000_000);
    }
}
