namespace NotebookHost.Jupyter;

/// <summary>The kernel can't start; the message is for whoever reads the front end's log.</summary>
sealed class KernelStartException(string message) : Exception(message);
