namespace CourseLib.Notebooks;

/// <summary>An expectation that does not hold; its message is for the learner.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "Never leaves Check.That.")]
internal sealed class ExpectationException(string message) : Exception(message);

/// <summary>The answer is still as empty as its scaffold.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "Never leaves Check.That.")]
internal sealed class NotAttemptedException() : Exception("not attempted");
