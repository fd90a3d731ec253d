using CourseLib.Matrices;

namespace CourseLib.Training.Persistence;

/// <summary>
/// What is in a safetensors file: named matrices, and texts about them. <see cref="Weights"/> puts them into a module; here they
/// can be looked at.
/// </summary>
public sealed class WeightsFile
{
    internal WeightsFile(string path, IReadOnlyDictionary<string, Matrix> tensors, IReadOnlyDictionary<string, string> metadata) =>
        (Path, Tensors, Metadata) = (path, tensors, metadata);

    /// <summary>Where it was read from.</summary>
    public string Path { get; }

    /// <summary>The matrices by name, in the order of the file. A tensor of one dimension is a column, one of none is 1×1.</summary>
    public IReadOnlyDictionary<string, Matrix> Tensors { get; }

    /// <summary>Texts that were saved with them.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Reads a file: 64-bit numbers as they are, 32-bit ones made longer.</summary>
    /// <exception cref="WeightsFileException">The file can't be read, or is broken.</exception>
    public static WeightsFile Read(string path)
    {
        try
        {
            return SafetensorsReader.Read(path, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException and not WeightsFileException or UnauthorizedAccessException)
        {
            throw new WeightsFileException($"{path} can't be read: {exception.Message}", exception);
        }
    }

    /// <summary>The file, and name and shape of each matrix.</summary>
    public override string ToString() => string.Join('\n', Tensors.Select(tensor => $"  {tensor.Key} {tensor.Value.Shape}").Prepend(
        $"{System.IO.Path.GetFileName(Path)}: {Tensors.Count} tensors, {Tensors.Values.Sum(tensor => (long)tensor.Count)} numbers"));
}
