namespace NotebookHost.Running.Command;

/// <summary>The command line asked for something that cannot be; the message says what to ask instead.</summary>
sealed class UsageException(string message) : Exception(message);
