using System.Globalization;
using CourseLib.Charts;
using CourseLib.Display;

namespace CourseLib.Notebooks;

/// <summary>What a notebook's setup cell starts: language, number format, charts.</summary>
public static class Course
{
    /// <summary>The language of what the library says by itself: checks, quizzes, play buttons.</summary>
    public static Language Language
    {
        get;
        set
        {
            field = value;
            DisplayLanguage.Turkish = value == Language.Turkish;
        }
    }

    /// <summary>
    /// Prepares a notebook: sets the language, makes numbers look the same everywhere (<c>3.14</c>, in Turkish notebooks
    /// too, as in C# code) and starts making the first chart in the background. Show what it returns with <c>Display()</c>.
    /// </summary>
    public static Welcome Start(Language language)
    {
        Language = language;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        _ = Chart.WarmUp();
        return new Welcome();
    }

    /// <summary>The text in the notebook's language.</summary>
    internal static string Say(string english, string turkish) => Language == Language.Turkish ? turkish : english;
}
