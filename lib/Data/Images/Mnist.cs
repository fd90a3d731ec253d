using CourseLib.Matrices;

namespace CourseLib.Data.Images;

/// <summary>Reads MNIST, or any data set in its two files.</summary>
static class Mnist
{
    public static LabelledImages Read(string imagesPath, string labelsPath, int most, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var (count, rows, columns, bytes) = IdxFile.ReadImages(imagesPath);
        var labels = IdxFile.ReadLabels(labelsPath, classes);
        if (labels.Length != count)
            throw new DataFileException($"{imagesPath} holds {count} pictures, {labelsPath} {labels.Length} labels. Take both from the same part: train with train, t10k with t10k.");
        count = Math.Min(count, most);
        // A picture's bytes follow each other, as a column's entries do.
        var pixels = new Matrix(rows * columns, count, Array.ConvertAll(bytes[..(rows * columns * count)], value => value / 255.0));    // (rows·columns) × n
        return new LabelledImages(Path.GetFileName(imagesPath), pixels, Array.ConvertAll(labels[..count], label => (int)label), rows, columns, classes, []);
    }
}
