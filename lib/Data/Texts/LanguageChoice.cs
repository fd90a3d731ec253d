namespace CourseLib.Data.Texts;

static class LanguageChoice
{
    /// <summary>One of the languages asked for, each as likely as the other.</summary>
    public static TextLanguages Draw(this TextLanguages languages, Random random) => languages switch
    {
        TextLanguages.Both => random.Next(2) == 0 ? TextLanguages.English : TextLanguages.Turkish,
        TextLanguages.English or TextLanguages.Turkish => languages,
        _ => throw new ArgumentOutOfRangeException(nameof(languages), languages, "Choose TextLanguages.English, Turkish or Both."),
    };

    /// <summary>One of the entries, each as likely as any other.</summary>
    public static T Pick<T>(this Random random, IReadOnlyList<T> entries) => entries[random.Next(entries.Count)];
}
