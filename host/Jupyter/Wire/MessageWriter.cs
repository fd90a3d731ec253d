using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookHost.Jupyter.Wire;

/// <summary>Makes the frames of messages that this kernel sends.</summary>
sealed class MessageWriter(MessageSigner signer)
{
    /// <summary>The version of the Jupyter messaging protocol.</summary>
    public const string ProtocolVersion = "5.3";

    static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly byte[] empty = "{}"u8.ToArray();

    readonly string session = Guid.NewGuid().ToString("N");
    int count;

    /// <summary>
    /// The frames of a message to <paramref name="identities"/> (for a broadcast, its topic), which belongs to the request
    /// with the header <paramref name="parent"/>.
    /// </summary>
    public List<byte[]> Write(IEnumerable<byte[]> identities, string type, byte[]? parent, JsonObject content)
    {
        var header = Bytes(new JsonObject
        {
            ["msg_id"] = $"{session}_{Interlocked.Increment(ref count)}",
            ["session"] = session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        });
        var (parentBytes, contentBytes) = (parent ?? empty, Bytes(content));
        return [.. identities, MessageReader.Delimiter, signer.Sign(header, parentBytes, empty, contentBytes),
            header, parentBytes, empty, contentBytes];
    }

    static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(options));
}
