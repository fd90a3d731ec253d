namespace NotebookHost.Running.Workers;

/// <summary>The process that is to run a notebook's cells did not come up; the message says why and what to try.</summary>
sealed class WorkerStartException(string message, Exception? inner = null) : Exception(message, inner);
