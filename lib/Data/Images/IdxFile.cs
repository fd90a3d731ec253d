using System.Buffers.Binary;
using System.IO.Compression;

namespace CourseLib.Data.Images;

/// <summary>
/// Files in the IDX format, in which MNIST comes: a magic number, the sizes, then a byte per value; numbers are
/// big-endian. Compressed files (.gz) are read as they are.
/// Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits", section on file formats.
/// </summary>
static class IdxFile
{
    const int ImagesMagic = 0x803, LabelsMagic = 0x801;

    /// <summary>Reads pictures: 0x00000803, count, rows, columns, then a byte per pixel.</summary>
    public static (int Count, int Rows, int Columns, byte[] Pixels) ReadImages(string path)
    {
        var bytes = ReadAll(path);
        CheckMagic(bytes, path, ImagesMagic, "pictures");
        int count = Size(bytes, path, 4, "the number of pictures"), rows = Size(bytes, path, 8, "rows"), columns = Size(bytes, path, 12, "columns");
        CheckLength(bytes, path, 16, (Int128)count * rows * columns, $"{count} pictures of {rows}×{columns}");
        return (count, rows, columns, bytes[16..]);
    }

    /// <summary>Reads labels: 0x00000801, count, then a byte per label, each below the number of classes.</summary>
    public static byte[] ReadLabels(string path, int classes)
    {
        var bytes = ReadAll(path);
        CheckMagic(bytes, path, LabelsMagic, "labels");
        var count = Size(bytes, path, 4, "the number of labels");
        CheckLength(bytes, path, 8, count, $"{count} labels");
        var labels = bytes[8..];
        var strange = Array.FindIndex(labels, label => label >= classes);
        return strange < 0 ? labels : throw new DataFileException(
            $"{path}, byte {8 + strange}: the label is {labels[strange]}, but with {classes} classes labels go from 0 to {classes - 1}. Is the number of classes right?");
    }

    static byte[] ReadAll(string path)
    {
        if (!File.Exists(path))
            throw new DataFileException($"{path} was not found: looked for {Path.GetFullPath(path)}. The course doesn't bring MNIST; download its four files and give their paths.");
        var bytes = File.ReadAllBytes(path);
        return bytes is [0x1f, 0x8b, ..] ? Decompress(bytes, path) : bytes;
    }

    static byte[] Decompress(byte[] bytes, string path)
    {
        using var plain = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            gzip.CopyTo(plain);
        }
        catch (InvalidDataException broken)
        {
            throw new DataFileException($"{path} starts as a gzip file, but after {plain.Length} unpacked bytes it can't be unpacked further: {broken.Message} Download it again.", broken);
        }
        return plain.ToArray();
    }

    static void CheckMagic(byte[] bytes, string path, int wanted, string what)
    {
        var magic = Number(bytes, path, 0, "the magic number");
        if (magic == wanted) return;
        var hint = magic switch
        {
            ImagesMagic => "This is a file of pictures: are the two paths swapped?",
            LabelsMagic => "This is a file of labels: are the two paths swapped?",
            _ => "Is it an IDX file, and the right one?",
        };
        throw new DataFileException($"{path}, byte 0: the magic number is 0x{magic:X8}, but a file of {what} starts with 0x{wanted:X8}. {hint}");
    }

    static int Size(byte[] bytes, string path, int offset, string what)
    {
        var size = Number(bytes, path, offset, what);
        return size >= 0 ? size : throw new DataFileException($"{path}, byte {offset}: {what} is 0x{size:X8}, far too large. The file is damaged; download it again.");
    }

    static int Number(byte[] bytes, string path, int offset, string what) => bytes.Length >= offset + 4
        ? BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(offset))
        : throw new DataFileException($"{path} ends at byte {bytes.Length}, where bytes {offset} to {offset + 3} should hold {what}. The file is cut off; download it again.");

    static void CheckLength(byte[] bytes, string path, int header, Int128 values, string what)
    {
        if (bytes.Length == header + values) return;
        throw new DataFileException(bytes.Length < header + values
            ? $"{path} ends at byte {bytes.Length}, but its header promises {what}, up to byte {header + values}. The file is cut off; download it again."
            : $"{path}, byte {header + values}: the {what} of the header end there, but the file goes on to byte {bytes.Length}. The file is damaged; download it again.");
    }
}
