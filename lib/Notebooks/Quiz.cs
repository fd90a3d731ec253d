namespace CourseLib.Notebooks;

/// <summary>Multiple-choice questions that answer themselves, without a server or a script.</summary>
public static class Quiz
{
    /// <summary>
    /// A question with its choices; opening a choice shows whether it is right and why. At least one must be right, and
    /// every choice needs its explanation.
    /// </summary>
    public static QuizQuestion Ask(string question, params (string Choice, bool Correct, string Explanation)[] choices)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        if (choices is null || choices.Length < 2)
            throw new ArgumentException("A question needs at least two choices.", nameof(choices));
        if (!choices.Any(choice => choice.Correct))
            throw new ArgumentException("One of the choices must be correct.", nameof(choices));
        if (choices.Any(choice => string.IsNullOrWhiteSpace(choice.Choice) || string.IsNullOrWhiteSpace(choice.Explanation)))
            throw new ArgumentException("Each choice needs a text and an explanation.", nameof(choices));
        return new(question, choices);
    }
}
