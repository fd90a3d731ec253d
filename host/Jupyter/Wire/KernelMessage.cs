using System.Text.Json.Nodes;

namespace NotebookHost.Jupyter.Wire;

/// <summary>
/// A message that has come in, its signature checked. <paramref name="Identities"/> lead back to whoever sent it;
/// <paramref name="Header"/> is the header as it came: what answers it carries these very bytes as parent header.
/// </summary>
sealed record KernelMessage(
    IReadOnlyList<byte[]> Identities, string Type, string Id, string Session, byte[] Header, JsonObject Content);
