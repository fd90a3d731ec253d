namespace CourseLib.Data.Texts;

/// <summary>The course's Turkish texts, normalised: <c>data/turkish-proverbs.txt</c> and <c>data/turkish-tales.txt</c>.</summary>
static class TurkishTexts
{
    /// <summary>One proverb per line of the file.</summary>
    public static string[] Proverbs() => [.. Read("turkish-proverbs.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Titles stand alone in a paragraph and end without a full stop.</summary>
    public static Tale[] Tales()
    {
        var tales = new List<Tale>();
        foreach (var paragraph in Read("turkish-tales.txt").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (char.IsLetter(paragraph[^1]))
                tales.Add(new Tale(paragraph, ""));
            else
                tales[^1] = tales[^1] with { Text = tales[^1].Text.Length == 0 ? paragraph : $"{tales[^1].Text}\n{paragraph}" };
        return [.. tales];
    }

    static string Read(string file) => TurkishText.Normalize(File.ReadAllText(DataFiles.Find(file)));
}
