using System.Net;
using CourseLib.Display;

namespace CourseLib.Notebooks;

/// <summary>What a check found; shows itself as one line with a sign, in the notebook's language.</summary>
[TypeFormatterSource(typeof(HtmlFormatters))]
public sealed class CheckResult : IHtml
{
    internal CheckResult(string title, CheckState state, string? reason = null) =>
        (Title, State, Reason) = (title, state, reason);

    /// <summary>The exercise.</summary>
    public string Title { get; }

    /// <summary>Passed, failed or not attempted.</summary>
    public CheckState State { get; }

    /// <summary>Why the check failed: what came, what was expected, what to revisit. Null otherwise.</summary>
    public string? Reason { get; }

    /// <summary>The result in one line: ✓, ✗ or ○, the exercise, and the reason.</summary>
    public override string ToString() => $"{Sign} {Title}: {Verdict}{(Reason is null ? "" : " " + Reason)}";

    /// <inheritdoc/>
    public string ToHtml()
    {
        var color = State switch { CheckState.Passed => "#009E73", CheckState.Failed => "#D55E00", _ => "#8A8A8A" };
        var reason = Reason is null ? "" : $"<br>{WebUtility.HtmlEncode(Reason)}";
        return $"<div class=\"course-check course-check-{State.ToString().ToLowerInvariant()}\" role=\"status\" " +
            $"style=\"border-left:4px solid {color};padding:.4em .8em;margin:.4em 0\">" +
            $"<strong>{Sign} {WebUtility.HtmlEncode(Title)}</strong>: {WebUtility.HtmlEncode(Verdict)}{reason}</div>";
    }

    string Sign => State switch { CheckState.Passed => "✓", CheckState.Failed => "✗", _ => "○" };

    string Verdict => State switch
    {
        CheckState.Passed => Course.Say("correct.", "doğru."),
        CheckState.Failed => Course.Say("not yet.", "henüz olmadı."),
        _ => Course.Say("not attempted yet.", "henüz denenmedi."),
    };
}
