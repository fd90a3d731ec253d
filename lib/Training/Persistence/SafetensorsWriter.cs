using System.Buffers.Binary;
using System.Text.Json;
using CourseLib.Matrices;

namespace CourseLib.Training.Persistence;

/// <summary>Writes the format that <see cref="SafetensorsReader"/> reads, with 64-bit numbers.</summary>
static class SafetensorsWriter
{
    public static void Write(Stream stream, IReadOnlyList<(string Name, Matrix Value)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var header = Header(tensors, metadata);
        var length = new byte[SafetensorsReader.LengthBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var (_, value) in tensors)
            WriteNumbers(stream, value);
    }

    static byte[] Header(IReadOnlyList<(string Name, Matrix Value)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata.Count > 0)
            {
                json.WriteStartObject("__metadata__");
                foreach (var (name, text) in metadata)
                    json.WriteString(name, text);
                json.WriteEndObject();
            }
            var start = 0L;
            foreach (var (name, value) in tensors)
            {
                var end = start + (long)value.Count * sizeof(double);
                json.WriteStartObject(name);
                json.WriteString("dtype", "F64");
                WriteNumbers(json, "shape", value.Rows, value.Columns);
                WriteNumbers(json, "data_offsets", start, end);
                json.WriteEndObject();
                start = end;
            }
            json.WriteEndObject();
        }
        while (buffer.Length % sizeof(double) != 0)         // so that the numbers are aligned
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    static void WriteNumbers(Utf8JsonWriter json, string name, long first, long second)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(first);
        json.WriteNumberValue(second);
        json.WriteEndArray();
    }

    static void WriteNumbers(Stream stream, Matrix matrix)
    {
        var bytes = new byte[matrix.Columns * sizeof(double)];
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(column * sizeof(double)), matrix.Data[row + column * matrix.Rows]);
            stream.Write(bytes);
        }
    }
}
