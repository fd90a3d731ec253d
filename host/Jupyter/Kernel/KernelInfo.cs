using System.Reflection;
using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Wire;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>What the kernel says of itself.</summary>
static class KernelInfo
{
    /// <summary>The language as notebooks name it in their metadata.</summary>
    public const string Language = "C#";

    static readonly string version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "1.0.0";

    /// <summary>The content of a <c>kernel_info_reply</c>.</summary>
    public static JsonObject Reply() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageWriter.ProtocolVersion,
        ["implementation"] = "course",
        ["implementation_version"] = version,
        ["language_info"] = new JsonObject
        {
            ["name"] = Language,
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = $"C# 14 on .NET {Environment.Version} · course {version}",
        ["debugger"] = false,
        ["help_links"] = new JsonArray(
            Link("C# reference", "https://learn.microsoft.com/dotnet/csharp/"), Link(".NET API", "https://learn.microsoft.com/dotnet/api/")),
        ["supported_features"] = new JsonArray(),
    };

    static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}
