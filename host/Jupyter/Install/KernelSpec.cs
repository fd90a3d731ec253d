using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookHost.Programs;

namespace NotebookHost.Jupyter.Install;

/// <summary>A kernel that is installed: the folder with its <c>kernel.json</c>, and what that says.</summary>
sealed record KernelSpec(string Folder, JsonObject Content)
{
    const string FileName = "kernel.json", Mark = "course";
    static readonly JsonSerializerOptions format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name by which notebooks ask for it.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <summary>The name that a reader sees.</summary>
    public string DisplayName => Content["display_name"]?.ToString() ?? Name;

    /// <summary>Whether this program has installed it.</summary>
    public bool IsOurs => Content["metadata"] is JsonObject metadata && metadata[Mark] is JsonObject;

    /// <summary>The build that it was made from; null for another's.</summary>
    public string? Source => ((Content["metadata"] as JsonObject)?[Mark] as JsonObject)?["source"]?.ToString();

    /// <summary>The state of that build when it was installed.</summary>
    public string? State => ((Content["metadata"] as JsonObject)?[Mark] as JsonObject)?["state"]?.ToString();

    /// <summary>The program that it starts; null when it names none.</summary>
    public string? Program => Content["argv"] is JsonArray { Count: > 1 } argv ? argv[1]?.ToString() : null;

    /// <summary>Makes the description of this program's kernel.</summary>
    public static KernelSpec Create(string folder, string displayName, string dotnet, string program, string source, string state) => new(folder, new JsonObject
    {
        ["argv"] = new JsonArray(dotnet, program, "kernel", "start", "{connection_file}"),
        ["display_name"] = displayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        // Packages are fetched with this dotnet, also where the front end's PATH has none.
        ["env"] = new JsonObject { ["DOTNET_HOST_PATH"] = dotnet, [WideRegisters.Variable] = WideRegisters.Value },
        ["metadata"] = new JsonObject { [Mark] = new JsonObject { ["source"] = source, ["state"] = state } },
    });

    /// <summary>Reads a folder; null when it holds no kernel.</summary>
    public static KernelSpec? Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            return null;
        try
        {
            return new KernelSpec(folder, JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? []);
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            return new KernelSpec(folder, []); // there is something, and it is not ours
        }
    }

    /// <summary>The kernels in a folder of kernels.</summary>
    public static IEnumerable<KernelSpec> ReadAll(string kernels) => !Directory.Exists(kernels) ? [] :
        Directory.EnumerateDirectories(kernels).Order(StringComparer.Ordinal).Select(Read).OfType<KernelSpec>();

    /// <summary>Writes it, complete or not at all.</summary>
    public void Write()
    {
        Directory.CreateDirectory(Folder);
        var unfinished = Path.Combine(Folder, $"{FileName}.{Guid.NewGuid():N}");
        File.WriteAllText(unfinished, Content.ToJsonString(format) + "\n");
        File.Move(unfinished, Path.Combine(Folder, FileName), overwrite: true);
    }
}
