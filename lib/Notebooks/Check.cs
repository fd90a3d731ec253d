namespace CourseLib.Notebooks;

/// <summary>
/// Checks an exercise: <c>Check.That("2.1 prediction", () => Expect.Close(prediction, 135, hint: "y = w·x + b"))</c>.
/// Never throws and never stops a notebook.
/// </summary>
public static class Check
{
    /// <summary>
    /// Tries the expectations in order and stops at the first that does not hold. An answer that is still null, NaN or
    /// empty, or code that throws <see cref="NotImplementedException"/>, counts as not attempted.
    /// </summary>
    /// <param name="title">The exercise's number and name.</param>
    /// <param name="expectations">Calls of <see cref="Expect"/>.</param>
    public static CheckResult That(string title, Action expectations)
    {
        ArgumentNullException.ThrowIfNull(expectations);
        var held = Expect.StartCounting();
        try
        {
            expectations();
            return new(title, CheckState.Passed);
        }
        catch (NotAttemptedException) when (held.Count == 0)
        {
            return new(title, CheckState.NotAttempted);
        }
        catch (NotImplementedException) when (held.Count == 0)
        {
            return new(title, CheckState.NotAttempted);
        }
        catch (Exception exception) when (exception is NotAttemptedException or NotImplementedException)
        {
            return new(title, CheckState.Failed, Course.Say("The next part of the answer is still empty.", "Yanıtın sonraki bölümü hâlâ boş."));
        }
        catch (ExpectationException exception)
        {
            return new(title, CheckState.Failed, exception.Message);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException or ThreadInterruptedException))
        {
            return new(title, CheckState.Failed, Course.Say(
                $"Your code threw {exception.GetType().Name}: {exception.Message}",
                $"Kodunuz {exception.GetType().Name} hatası verdi: {exception.Message}"));
        }
    }
}
