using System.Collections;
using System.Globalization;

namespace CourseLib.Notebooks;

/// <summary>What an answer is expected to be; used inside <see cref="Check.That"/>.</summary>
public static class Expect
{
    /// <summary>How many expectations of the running check have held.</summary>
    internal sealed class Counter
    {
        internal int Count { get; set; }
    }

    [ThreadStatic]
    static Counter? held;

    internal static Counter StartCounting() => held = new Counter();

    /// <summary>A number, up to a tolerance. NaN and null mean: not attempted.</summary>
    /// <param name="answer">The learner's number.</param>
    /// <param name="expected">The right one.</param>
    /// <param name="tolerance">How far off is still right.</param>
    /// <param name="hint">Which idea to revisit.</param>
    public static void Close(double? answer, double expected, double tolerance = 1e-6, string? hint = null)
    {
        if (answer is not { } number || double.IsNaN(number)) throw new NotAttemptedException();
        if (!(Math.Abs(number - expected) <= tolerance))
            throw Wrong(Text(number), $"{Text(expected)}{(tolerance > 1e-5 ? $" (± {Text(tolerance)})" : "")}", hint);
        Held();
    }

    /// <summary>Several numbers in order, each up to a tolerance. Null, empty and all-NaN mean: not attempted.</summary>
    public static void Close(IEnumerable<double> answer, IEnumerable<double> expected, double tolerance = 1e-6, string? hint = null)
    {
        ArgumentNullException.ThrowIfNull(expected);
        double[] numbers = [.. answer ?? []], right = [.. expected];
        if (numbers.All(double.IsNaN)) throw new NotAttemptedException();
        if (numbers.Length != right.Length)
            throw Wrong(Course.Say($"{numbers.Length} numbers", $"{numbers.Length} sayı"), right.Length.ToString(CultureInfo.InvariantCulture), hint);
        for (var i = 0; i < right.Length; i++)
            if (!(Math.Abs(numbers[i] - right[i]) <= tolerance))
                throw Wrong(Course.Say($"{Text(numbers[i])} at place {i + 1}", $"{i + 1}. sırada {Text(numbers[i])}"), Text(right[i]), hint);
        Held();
    }

    /// <summary>A number between two bounds, both allowed.</summary>
    public static void Between(double? answer, double low, double high, string? hint = null)
    {
        if (answer is not { } number || double.IsNaN(number)) throw new NotAttemptedException();
        if (!(number >= low && number <= high))
            throw Wrong(Text(number), Course.Say($"from {Text(low)} to {Text(high)}", $"{Text(low)} ile {Text(high)} arası"), hint);
        Held();
    }

    /// <summary>Exactly this value: a count, a word, true or false. Null and empty text mean: not attempted.</summary>
    public static void Equal<T>(T answer, T expected, string? hint = null)
    {
        if (IsEmpty(answer)) throw new NotAttemptedException();
        if (!EqualityComparer<T>.Default.Equals(answer, expected)) throw Wrong(Text(answer), Text(expected), hint);
        Held();
    }

    /// <summary>A function that gives the same values as the expected one. Null and all-NaN mean: not attempted.</summary>
    /// <param name="answer">The learner's function.</param>
    /// <param name="expected">The right one.</param>
    /// <param name="at">The inputs to compare at.</param>
    /// <param name="tolerance">How far off is still right.</param>
    /// <param name="hint">Which idea to revisit.</param>
    public static void SameFunction(
        Func<double, double> answer, Func<double, double> expected, IEnumerable<double> at, double tolerance = 1e-6, string? hint = null)
    {
        ArgumentNullException.ThrowIfNull(expected);
        if (answer is null) throw new NotAttemptedException();
        var inputs = at.ToArray();
        var outputs = inputs.Select(answer).ToArray();
        if (outputs.All(double.IsNaN)) throw new NotAttemptedException();
        for (var i = 0; i < inputs.Length; i++)
            if (!(Math.Abs(outputs[i] - expected(inputs[i])) <= tolerance))
                throw Wrong($"f({Text(inputs[i])}) = {Text(outputs[i])}", Text(expected(inputs[i])), hint);
        Held();
    }

    /// <summary>A condition; when it is false the learner reads <paramref name="otherwise"/>.</summary>
    public static void True(bool condition, string otherwise)
    {
        if (!condition) throw new ExpectationException(otherwise);
        Held();
    }

    /// <summary>Says that the exercise is not attempted when the answer is still null, NaN or empty.</summary>
    public static void Attempted(object answer)
    {
        if (IsEmpty(answer)) throw new NotAttemptedException();
    }

    static void Held()
    {
        if (held is not null) held.Count++;
    }

    static bool IsEmpty(object? answer) => answer switch
    {
        null => true,
        double number => double.IsNaN(number),
        string text => string.IsNullOrWhiteSpace(text),
        IEnumerable<double> numbers => numbers.All(double.IsNaN),
        ICollection collection => collection.Count == 0,
        _ => false,
    };

    static ExpectationException Wrong(string came, string expected, string? hint) => new(
        Course.Say($"Got {came}, expected {expected}.", $"Gelen: {came}, beklenen: {expected}.") +
        (hint is null ? "" : Course.Say($" Revisit: {hint}", $" Şuna yeniden bakın: {hint}")));

    static string Text(object? value) => value switch
    {
        null => "null",
        double number => number.ToString("0.######", CultureInfo.InvariantCulture) is var plain && (plain.Trim('-') != "0" || number == 0)
            ? plain : number.ToString("G6", CultureInfo.InvariantCulture),
        string text => $"\"{text}\"",
        bool truth => truth ? Course.Say("true", "doğru (true)") : Course.Say("false", "yanlış (false)"),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
