using System.Text;
using NotebookHost.Scripting;

namespace NotebookHost.Running.Workers;

/// <summary>
/// Messages as bytes: a tag, then the fields in order, strings in UTF-8 with their length in front.
/// Both ends are the same program, so the format needs no versions; and it costs a starting process nothing.
/// </summary>
static class MessageFormat
{
    const byte ReadyTag = 1, RunTag = 2, InterruptTag = 3, FinishTag = 4, EndedTag = 5;
    const byte StreamTag = 10, DisplayTag = 11, UpdateTag = 12, ResultTag = 13, ErrorTag = 14, ClearTag = 15;

    public static byte[] Encode(WorkerMessage message)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
            Write(writer, message);
        return bytes.ToArray();
    }

    public static WorkerMessage Decode(byte[] frame)
    {
        using var reader = new BinaryReader(new MemoryStream(frame), Encoding.UTF8);
        var tag = reader.ReadByte();
        return tag switch
        {
            ReadyTag => new WorkerReady(),
            RunTag => new RunCell(reader.ReadInt32(), reader.ReadString()),
            InterruptTag => new InterruptCell(reader.ReadInt32()),
            FinishTag => new Finish(),
            EndedTag => new CellEnded(reader.ReadInt32(), (CellStatus)reader.ReadByte(), new TimeSpan(reader.ReadInt64())),
            _ => new CellEmitted(reader.ReadInt32(), ReadOutput(reader, tag)),
        };
    }

    static void Write(BinaryWriter writer, WorkerMessage message)
    {
        switch (message)
        {
            case WorkerReady:
                writer.Write(ReadyTag);
                break;
            case RunCell run:
                writer.Write(RunTag);
                writer.Write(run.Cell);
                writer.Write(run.Code);
                break;
            case InterruptCell interrupt:
                writer.Write(InterruptTag);
                writer.Write(interrupt.Cell);
                break;
            case Finish:
                writer.Write(FinishTag);
                break;
            case CellEnded ended:
                writer.Write(EndedTag);
                writer.Write(ended.Cell);
                writer.Write((byte)ended.Status);
                writer.Write(ended.Elapsed.Ticks);
                break;
            case CellEmitted emitted:
                WriteOutput(writer, emitted);
                break;
            default:
                throw new ArgumentException($"No format for {message.GetType().Name}.", nameof(message));
        }
    }

    static void WriteOutput(BinaryWriter writer, CellEmitted emitted)
    {
        writer.Write(emitted.Output switch
        {
            StreamOutput => StreamTag,
            DisplayOutput => DisplayTag,
            DisplayUpdate => UpdateTag,
            ResultOutput => ResultTag,
            ErrorOutput => ErrorTag,
            ClearOutput => ClearTag,
            var other => throw new ArgumentException($"No format for {other.GetType().Name}.", nameof(emitted)),
        });
        writer.Write(emitted.Cell);
        switch (emitted.Output)
        {
            case StreamOutput stream:
                writer.Write(stream.IsError);
                writer.Write(stream.Text);
                break;
            case DisplayOutput display:
                writer.Write(display.DisplayId);
                Write(writer, display.Data);
                break;
            case DisplayUpdate update:
                writer.Write(update.DisplayId);
                Write(writer, update.Data);
                break;
            case ResultOutput result:
                Write(writer, result.Data);
                break;
            case ErrorOutput error:
                Write(writer, error);
                break;
            case ClearOutput clear:
                writer.Write(clear.Wait);
                break;
        }
    }

    static CellOutput ReadOutput(BinaryReader reader, byte tag)
    {
        switch (tag)
        {
            case StreamTag:
                return new StreamOutput(reader.ReadBoolean(), reader.ReadString());
            case DisplayTag:
                var displayId = reader.ReadString();
                return new DisplayOutput(ReadBundle(reader), displayId);
            case UpdateTag:
                var updateId = reader.ReadString();
                return new DisplayUpdate(ReadBundle(reader), updateId);
            case ResultTag:
                return new ResultOutput(ReadBundle(reader));
            case ErrorTag:
                return ReadError(reader);
            case ClearTag:
                return new ClearOutput(reader.ReadBoolean());
            default:
                throw new InvalidDataException($"Unknown message {tag} from a worker process.");
        }
    }

    static void Write(BinaryWriter writer, MimeBundle bundle)
    {
        writer.Write(bundle.Parts.Count);
        foreach (var (mimeType, content) in bundle.Parts)
        {
            writer.Write(mimeType);
            writer.Write(content);
        }
    }

    static MimeBundle ReadBundle(BinaryReader reader)
    {
        var parts = new KeyValuePair<string, string>[reader.ReadInt32()];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = KeyValuePair.Create(reader.ReadString(), reader.ReadString());
        return new MimeBundle(parts);
    }

    static void Write(BinaryWriter writer, ErrorOutput error)
    {
        writer.Write(error.Name);
        writer.Write(error.Message);
        writer.Write(error.Traceback.Count);
        foreach (var line in error.Traceback)
            writer.Write(line);
        writer.Write(error.Location is not null);
        if (error.Location is not { } location)
            return;
        writer.Write(location.Line);
        writer.Write(location.Column);
        writer.Write(location.SourceLine);
    }

    static ErrorOutput ReadError(BinaryReader reader)
    {
        var name = reader.ReadString();
        var message = reader.ReadString();
        var traceback = new string[reader.ReadInt32()];
        for (var i = 0; i < traceback.Length; i++)
            traceback[i] = reader.ReadString();
        var location = reader.ReadBoolean()
            ? new CellLocation(reader.ReadInt32(), reader.ReadInt32(), reader.ReadString())
            : null;
        return new ErrorOutput(name, message, traceback, location);
    }
}
