using CourseLib.Autodiff;
using CourseLib.Layers;

namespace CourseLib.Training.Persistence;

/// <summary>
/// Saves what a module has learned and loads it again, in the safetensors format, which PyTorch and others read
/// (<c>safetensors.torch.load_file</c>). A parameter is a tensor of its dotted name, rows × columns; one that is shared under
/// several names is saved once, under the first.
/// </summary>
public static class Weights
{
    static readonly Dictionary<string, string> NoMetadata = [];

    /// <summary>
    /// Saves the parameters of a module. The file is written beside its place and then moved there, so that an older one
    /// is whole until the new one is.
    /// </summary>
    /// <param name="module">What is saved.</param>
    /// <param name="path">The file, usually <c>….safetensors</c>; one that is there is replaced. Its folder must exist.</param>
    /// <param name="metadata">Texts to save with it, such as when and on what it was trained.</param>
    /// <exception cref="WeightsFileException">The file can't be written.</exception>
    /// <exception cref="ArgumentException">A text of the metadata is null.</exception>
    public static void Save(Module module, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        if (metadata?.FirstOrDefault(text => text.Value is null) is { Key: { } empty })
            throw new ArgumentException($"The text '{empty}' of the metadata is null. Give it one, or leave it out.", nameof(metadata));
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew))
            {
                SafetensorsWriter.Write(stream, [.. Distinct(module).Select(one => (one.Name, one.Parameter.Value))], metadata ?? NoMetadata);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WeightsFileException($"{path} can't be written: {exception.Message}", exception);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    /// <summary>
    /// Gives a module the parameters from a file. All of them are checked before the first is changed: when anything is
    /// wrong, the module stays as it was.
    /// </summary>
    /// <param name="module">A module of the same architecture as the one that was saved.</param>
    /// <param name="path">The file.</param>
    /// <returns>The file's content, with the texts that were saved with it.</returns>
    /// <exception cref="WeightsFileException">The file can't be read or is broken; a tensor is missing, unknown, or of another shape.</exception>
    public static WeightsFile Load(Module module, string path)
    {
        var file = WeightsFile.Read(path);
        var parameters = Distinct(module);
        foreach (var (name, parameter) in parameters)
        {
            if (!file.Tensors.TryGetValue(name, out var tensor))
                throw new WeightsFileException($"{path} has no tensor '{name}' ({parameter.Value.Shape}), which {module.GetType().Name} needs. It has: {Some(file.Tensors.Keys)}.");
            if (tensor.Rows != parameter.Value.Rows || tensor.Columns != parameter.Value.Columns)
                throw new WeightsFileException($"{path}: tensor '{name}' is {tensor.Shape}, but in {module.GetType().Name} it is {parameter.Value.Shape}. Was the module made with the same sizes?");
        }
        if (file.Tensors.Keys.Except(module.NamedParameters.Select(one => one.Name)).FirstOrDefault() is { } unknown)
            throw new WeightsFileException($"{path} has a tensor '{unknown}' ({file.Tensors[unknown].Shape}), which {module.GetType().Name} doesn't know. It knows: {Some(parameters.Select(one => one.Name))}.");

        foreach (var (name, parameter) in parameters)
            file.Tensors[name].CopyTo(parameter.Value);
        return file;
    }

    static List<(string Name, Parameter Parameter)> Distinct(Module module)
    {
        var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
        return [.. module.NamedParameters.Where(one => seen.Add(one.Parameter))];
    }

    static string Some(IEnumerable<string> names)
    {
        var first = names.Take(11).ToArray();
        return first.Length == 0 ? "nothing" : string.Join(", ", first.Take(10)) + (first.Length > 10 ? ", …" : "");
    }
}
