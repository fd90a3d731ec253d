using System.Net;
using CourseLib.Display;

namespace CourseLib.Notebooks;

/// <summary>A question whose choices open their explanations; on paper all explanations are printed.</summary>
[TypeFormatterSource(typeof(HtmlFormatters))]
public sealed class QuizQuestion : IHtml
{
    const string PrintStyle = "<style>@media print{.course-quiz details::details-content{content-visibility:visible;block-size:auto}}</style>";

    readonly (string Choice, bool Correct, string Explanation)[] choices;

    internal QuizQuestion(string question, (string, bool, string)[] choices) => (Question, this.choices) = (question, choices);

    /// <summary>The question.</summary>
    public string Question { get; }

    /// <summary>The question and its choices, without the answer.</summary>
    public override string ToString() =>
        $"{Question} {string.Join(" ", choices.Select((choice, i) => $"{Letter(i)}) {choice.Choice}"))}";

    /// <inheritdoc/>
    public string ToHtml() =>
        $"<div class=\"course-quiz\" style=\"margin:.6em 0\">{PrintStyle}<p><strong>{WebUtility.HtmlEncode(Question)}</strong></p>" +
        string.Concat(choices.Select((choice, i) => Html(choice, Letter(i)))) + "</div>";

    static char Letter(int index) => (char)('A' + index);

    static string Html((string Choice, bool Correct, string Explanation) choice, char letter)
    {
        var verdict = choice.Correct ? Course.Say("✓ Correct.", "✓ Doğru.") : Course.Say("✗ Not this one.", "✗ Bu değil.");
        return $"<details style=\"margin:.3em 0\"><summary style=\"cursor:pointer\">{letter}) {WebUtility.HtmlEncode(choice.Choice)}</summary>" +
            $"<p style=\"margin:.3em 0 .6em 1.6em\"><strong>{verdict}</strong> {WebUtility.HtmlEncode(choice.Explanation)}</p></details>";
    }
}
