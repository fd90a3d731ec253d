using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using CourseLib.Matrices;

namespace CourseLib.Training.Persistence;

/// <summary>
/// Reads the safetensors format (github.com/huggingface/safetensors):
/// <code>
/// 8 bytes         n, little-endian
/// n bytes         {"name": {"dtype": "F64", "shape": [rows, columns], "data_offsets": [start, end]}, …, "__metadata__": {…}}
/// what is left    the numbers, little-endian, row after row; the tensors lie one after the other, without gaps
/// </code>
/// Nothing in the file is believed before it was checked.
/// </summary>
static class SafetensorsReader
{
    public const int LengthBytes = 8;
    const int LongestHeader = 100_000_000;
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    sealed record Tensor(string Name, string Type, int Rows, int Columns, long Start, long End);

    public static WeightsFile Read(string path, byte[] bytes)
    {
        if (bytes.Length < LengthBytes)
            throw Broken(path, $"it has {bytes.Length} bytes, fewer than the {LengthBytes} that every such file begins with");
        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (headerLength > LongestHeader || (int)headerLength > bytes.Length - LengthBytes)
            throw Broken(path, $"its header is said to have {headerLength} bytes, but only {bytes.Length - LengthBytes} follow; it is truncated, or not a safetensors file");
        var header = bytes.AsMemory(LengthBytes, (int)headerLength);
        var data = bytes.AsSpan(LengthBytes + (int)headerLength);

        var (tensors, metadata) = ReadHeader(path, header);
        CheckOffsets(path, tensors, data.Length);
        var matrices = new Dictionary<string, Matrix>();
        foreach (var tensor in tensors)
            matrices.Add(tensor.Name, ReadNumbers(tensor, data[(int)tensor.Start..(int)tensor.End]));
        return new WeightsFile(path, matrices, metadata);
    }

    static (List<Tensor> Tensors, Dictionary<string, string> Metadata) ReadHeader(string path, ReadOnlyMemory<byte> header)
    {
        try
        {
            using var json = JsonDocument.Parse(StrictUtf8.GetString(header.Span));
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw Broken(path, "its header is not a JSON object");
            List<Tensor> tensors = [];
            Dictionary<string, string> metadata = [];
            HashSet<string> names = [];
            foreach (var property in json.RootElement.EnumerateObject())
            {
                if (!names.Add(property.Name))
                    throw Broken(path, $"the name '{property.Name}' comes twice in its header");
                if (property.Name == "__metadata__")
                    foreach (var text in property.Value.EnumerateObject())
                        metadata[text.Name] = text.Value.GetString() ?? throw Broken(path, $"its metadata '{text.Name}' is not a text");
                else
                    tensors.Add(ReadTensor(path, property.Name, property.Value));
            }
            return (tensors, metadata);
        }
        // Invalid characters, invalid JSON, and values of another kind than what was asked for.
        catch (Exception exception) when (exception is DecoderFallbackException or JsonException or InvalidOperationException)
        {
            throw Broken(path, $"its header can't be understood ({exception.Message})", exception);
        }
    }

    static Tensor ReadTensor(string path, string name, JsonElement description)
    {
        if (description.ValueKind != JsonValueKind.Object
            || !description.TryGetProperty("dtype", out var type) || type.ValueKind != JsonValueKind.String
            || !description.TryGetProperty("shape", out var shape) || Integers(shape) is not { } sizes
            || !description.TryGetProperty("data_offsets", out var offsets) || Integers(offsets) is not [var start, var end])
            throw Broken(path, $"tensor '{name}' is not described by dtype, shape and two data_offsets");
        if (type.GetString() is not ("F64" or "F32"))
            throw new WeightsFileException($"{path}: tensor '{name}' has the type {type.GetString()}; only F64 and F32 can be read. Convert it first, in PyTorch with tensor.double().");
        var shapeText = $"[{string.Join(", ", sizes)}]";
        if (sizes.Count > 2 || sizes.Any(size => size > int.MaxValue))
            throw new WeightsFileException($"{path}: tensor '{name}' has the shape {shapeText}; a matrix has at most two dimensions.");
        var (rows, columns) = (sizes.ElementAtOrDefault(0, 1), sizes.ElementAtOrDefault(1, 1));
        var length = (Int128)rows * columns * BytesOf(type.GetString()!);
        if (start > end || end - start != length)
            throw Broken(path, $"tensor '{name}' of {type} and shape {shapeText} needs {length} bytes, but its data_offsets are [{start}, {end}]");
        return new Tensor(name, type.GetString()!, (int)rows, (int)columns, start, end);
    }

    // The first tensor begins at 0, each of the others where one ends, and the last ends with the file.
    static void CheckOffsets(string path, List<Tensor> tensors, int dataLength)
    {
        var end = 0L;
        foreach (var tensor in tensors.OrderBy(tensor => tensor.Start).ThenBy(tensor => tensor.End))
        {
            if (tensor.Start != end)
                throw Broken(path, $"tensor '{tensor.Name}' begins at byte {tensor.Start} of the data, but the one before it ends at {end}; they {(tensor.Start < end ? "overlap" : "leave a gap")}");
            if (tensor.End > dataLength)
                throw Broken(path, $"tensor '{tensor.Name}' ({tensor.Rows}×{tensor.Columns}) ends at byte {tensor.End} of the data, but there are {dataLength}; it is truncated");
            end = tensor.End;
        }
        if (end != dataLength)
            throw Broken(path, $"its tensors have {end} bytes, but {dataLength} are there");
    }

    static Matrix ReadNumbers(Tensor tensor, ReadOnlySpan<byte> bytes)
    {
        var matrix = new Matrix(tensor.Rows, tensor.Columns);
        var size = BytesOf(tensor.Type);
        for (var row = 0; row < tensor.Rows && !bytes.IsEmpty; row++)
            for (var column = 0; column < tensor.Columns; column++, bytes = bytes[size..])
                matrix.Data[row + column * tensor.Rows] = size == sizeof(double)
                    ? BinaryPrimitives.ReadDoubleLittleEndian(bytes)
                    : BinaryPrimitives.ReadSingleLittleEndian(bytes);
        return matrix;
    }

    static int BytesOf(string type) => type == "F64" ? sizeof(double) : sizeof(float);

    static long ElementAtOrDefault(this List<long> sizes, int index, long otherwise) => index < sizes.Count ? sizes[index] : otherwise;

    static List<long>? Integers(JsonElement array)
    {
        if (array.ValueKind != JsonValueKind.Array)
            return null;
        List<long> integers = [];
        foreach (var entry in array.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Number || !entry.TryGetInt64(out var integer) || integer < 0)
                return null;
            integers.Add(integer);
        }
        return integers;
    }

    static WeightsFileException Broken(string path, string why, Exception? inner = null) =>
        inner is null ? new($"{path} is broken: {why}.") : new($"{path} is broken: {why}.", inner);
}
