using System.Buffers.Binary;

namespace NotebookHost.Running.Workers;

/// <summary>Whole messages over a stream of bytes: four bytes of length, then the message. One reader, one writer at a time.</summary>
sealed class MessageChannel(Stream stream)
{
    readonly Lock sending = new();

    /// <summary>Sends one message; blocks while the other side does not keep up.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public void Send(WorkerMessage message) => Send(MessageFormat.Encode(message));

    /// <summary>Sends a message that is encoded already.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public void Send(byte[] body)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        lock (sending)
        {
            stream.Write(length);
            stream.Write(body);
            stream.Flush();
        }
    }

    /// <summary>The next message, or null when the other side is gone.</summary>
    public WorkerMessage? Receive()
    {
        try
        {
            var length = new byte[sizeof(int)];
            stream.ReadExactly(length);
            var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
            stream.ReadExactly(body);
            return MessageFormat.Decode(body);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException)
        {
            return null;
        }
    }
}
