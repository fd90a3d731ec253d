namespace CourseLib.Data;

/// <summary>A data file is missing or holds something that can't be read; the message says where and what to do.</summary>
public sealed class DataFileException : Exception
{
    /// <summary>An empty one; the framework asks for it.</summary>
    public DataFileException() { }

    /// <summary>One with a message for the reader.</summary>
    public DataFileException(string message) : base(message) { }

    /// <summary>One with a message for the reader and the exception that led to it.</summary>
    public DataFileException(string message, Exception innerException) : base(message, innerException) { }
}
