namespace CourseLib.Training.Persistence;

/// <summary>A file of weights can't be read, is broken, or does not fit the module; the message names the file and what is wrong.</summary>
public sealed class WeightsFileException : IOException
{
    /// <inheritdoc/>
    public WeightsFileException(string message) : base(message) { }

    /// <inheritdoc/>
    public WeightsFileException(string message, Exception inner) : base(message, inner) { }
}
