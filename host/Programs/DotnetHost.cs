using System.Runtime.InteropServices;

namespace NotebookHost.Programs;

/// <summary>The program that runs .NET programs.</summary>
static class DotnetHost
{
    /// <summary>The <c>dotnet</c> whose runtime this process runs on, however it was started; the one on the PATH when there is none beside it.</summary>
    public static string Path { get; } = Find();

    static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        // The runtime lies in <root>/shared/Microsoft.NETCore.App/<version>/.
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var besideRuntime = System.IO.Path.Combine(root, name);
        return File.Exists(besideRuntime) ? besideRuntime : name;
    }
}
