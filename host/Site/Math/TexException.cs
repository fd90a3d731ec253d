namespace NotebookHost.Site.Math;

/// <summary>A formula that <see cref="TexConverter"/> can't convert; the message names the command or the place.</summary>
internal sealed class TexException(string message) : Exception(message);
