using System.Runtime.InteropServices;
using System.Text.Json;
using NotebookHost.Running.Workers;
using NotebookHost.Scripting;

namespace NotebookHost.Jupyter.Install;

/// <summary>
/// Compiles a copy of this program to machine code (ReadyToRun), so that a kernel starts in half the time. The compiler is
/// the one that the SDK takes for publishing; it comes from NuGet, and without it everything works, more slowly at first.
/// </summary>
static class Precompiler
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(3);

    /// <summary>Compiles the assemblies in a folder where they are; what went wrong, or null.</summary>
    public static string? Compile(string folder)
    {
        try
        {
            var compiler = Fetch();
            var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
            foreach (var file in Directory.GetFiles(folder, "*.dll"))
                CompileOne(compiler, file, folder, framework);
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidOperationException
            or JsonException or KeyNotFoundException or System.ComponentModel.Win32Exception)
        {
            return failed.Message;
        }
    }

    static void CompileOne(string[] compiler, string file, string folder, string framework)
    {
        var compiled = file + ".compiled";
        var (exitCode, _) = Run(compiler[0], [.. compiler[1..], file, "-r", Path.Combine(framework, "*.dll"), "-r", Path.Combine(folder, "*.dll"),
            "-o", compiled, "--targetos", TargetOS, "--targetarch", Architecture, "-O"], folder);
        // Some assemblies have no code, or are compiled already: those stay as they are.
        if (exitCode == 0 && File.Exists(compiled))
            File.Move(compiled, file, overwrite: true);
        else
            File.Delete(compiled);
    }

    // Restoring a project that would be published in this way brings the compiler that fits the SDK.
    static string[] Fetch()
    {
        var folder = HostFolders.Cache("precompiler");
        Directory.CreateDirectory(folder);
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(folder, name), "<Project />");
        File.WriteAllText(Path.Combine(folder, "precompiler.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <UseAppHost>false</UseAppHost>
                <PublishReadyToRun>true</PublishReadyToRun>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """);
        var (exitCode, log) = Run(DotnetHost.Path, ["restore", "--nologo", "--verbosity", "quiet"], folder);
        if (exitCode != 0)
            throw new InvalidOperationException($"the compiler can't be fetched: {log.Trim().Split('\n')[0]}");
        return Locate(Path.Combine(folder, "obj", "project.assets.json"));
    }

    static string[] Locate(string assetsFile)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        var package = assets.RootElement.GetProperty("project").GetProperty("frameworks").EnumerateObject().First().Value
            .GetProperty("downloadDependencies").EnumerateArray()
            .First(download => download.GetProperty("name").GetString()!.Contains("Crossgen2", StringComparison.OrdinalIgnoreCase));
        var path = Path.Combine(package.GetProperty("name").GetString()!.ToLowerInvariant(),
            package.GetProperty("version").GetString()!.Trim('[', ']', '(', ')').Split(',')[0].Trim(), "tools");
        var tools = assets.RootElement.GetProperty("packageFolders").EnumerateObject()
            .Select(packages => Path.Combine(packages.Name, path)).First(Directory.Exists);
        var assembly = Path.Combine(tools, "crossgen2.dll");
        if (File.Exists(assembly))
            return [DotnetHost.Path, assembly];
        var program = Path.Combine(tools, OperatingSystem.IsWindows() ? "crossgen2.exe" : "crossgen2");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
        return [program];
    }

    static (int ExitCode, string Log) Run(string program, string[] arguments, string folder) =>
        OtherProgram.Run(program, arguments, patience, folder) is var (exitCode, output, errors) ? (exitCode, output + errors)
            : throw new InvalidOperationException($"{Path.GetFileName(program)} took longer than {patience.TotalMinutes:0} minutes");

    static string TargetOS => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "osx" : "linux";

    static string Architecture => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
}
