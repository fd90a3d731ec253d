namespace NotebookHost.Scripting;

/// <summary>A package could not be had; the message says which, from where, and what to try.</summary>
sealed class NuGetRestoreException(string message) : Exception(message);
