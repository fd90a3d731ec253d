using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookHost.Jupyter.Wire;

/// <summary>
/// Reads messages from their frames: identities, the delimiter, signature, header, parent header, metadata, content and
/// perhaps buffers. What is not as it should be is dropped and counted, never thrown: anybody on the machine can send.
/// One thread at a time.
/// </summary>
sealed class MessageReader(MessageSigner signer)
{
    const int MostIdentities = 16, MostFrames = 1024, RememberedSignatures = 1 << 16;
    static readonly JsonDocumentOptions options = new() { MaxDepth = 128, AllowDuplicateProperties = false };

    readonly HashSet<string> seen = [];
    readonly Queue<string> seenInOrder = new();
    readonly int[] rejected = new int[Enum.GetValues<Rejection>().Length];

    /// <summary>The frame between the identities and the message proper.</summary>
    public static byte[] Delimiter { get; } = "<IDS|MSG>"u8.ToArray();

    /// <summary>How many messages were dropped for a reason.</summary>
    public int Rejected(Rejection reason) => rejected[(int)reason];

    /// <summary>The message; null when it was dropped.</summary>
    public KernelMessage? Read(IReadOnlyList<byte[]> frames)
    {
        if (TryRead(frames, out var message) is not { } reason)
            return message;
        rejected[(int)reason]++;
        return null;
    }

    Rejection? TryRead(IReadOnlyList<byte[]> frames, out KernelMessage? message)
    {
        message = null;
        var delimiter = 0;
        while (delimiter < frames.Count && !frames[delimiter].AsSpan().SequenceEqual(Delimiter))
            delimiter++;
        if (delimiter > MostIdentities || delimiter + 6 > frames.Count || frames.Count > MostFrames)
            return Rejection.Frames;

        var (signature, header, parent, metadata, content) =
            (frames[delimiter + 1], frames[delimiter + 2], frames[delimiter + 3], frames[delimiter + 4], frames[delimiter + 5]);
        if (!signer.Verify(signature, header, parent, metadata, content))
            return Rejection.Signature;
        if (signer.IsActive && !Remember(Encoding.ASCII.GetString(signature)))
            return Rejection.Replayed;
        if (Parse(header) is not { } parsedHeader || Parse(content) is not { } parsedContent
            || Parse(parent) is null || Parse(metadata) is null)
            return Rejection.Json;
        if (parsedHeader.Text("msg_type") is not { Length: > 0 } type || parsedHeader.Text("msg_id") is not { Length: > 0 } id)
            return Rejection.Header;
        message = new KernelMessage([.. frames.Take(delimiter)], type, id, parsedHeader.Text("session") ?? "", header, parsedContent);
        return null;
    }

    static JsonObject? Parse(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: options) as JsonObject;
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    bool Remember(string signature)
    {
        if (!seen.Add(signature))
            return false;
        seenInOrder.Enqueue(signature);
        if (seenInOrder.Count > RememberedSignatures)
            seen.Remove(seenInOrder.Dequeue());
        return true;
    }
}
