using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using NotebookHost.Caching;

namespace NotebookHost.Programs;

/// <summary>
/// Compiles a copy of this program to machine code (ReadyToRun), so that its first cell has run in half the time. The compiler
/// is the one that the SDK takes for publishing; it comes from NuGet, and without it everything works, more slowly at first.
/// </summary>
static class Precompiler
{
    static readonly TimeSpan fetching = TimeSpan.FromMinutes(1), compiling = TimeSpan.FromMinutes(5), keepUnused = TimeSpan.FromDays(30);

    /// <summary>Compiles the assemblies in a folder where they are. What was compiled once is kept for the next build.</summary>
    /// <exception cref="PrecompilerException">There is no compiler, or no place to write.</exception>
    public static void Compile(string folder)
    {
        try
        {
            var results = HostFolders.Cache("precompiler", "compiled");
            Directory.CreateDirectory(results);
            var compiler = new Lazy<string[]>(Fetch);
            var compiled = Directory.GetFiles(folder, "*.dll").AsParallel()
                .Select(file => (File: file, Result: CompileOne(compiler, file, folder, results))).ToList();
            foreach (var (file, result) in compiled)
                File.Copy(result, file, overwrite: true);
            Disused.Remove(new DirectoryInfo(results).EnumerateFiles(), keepUnused);
        }
        catch (Exception failed) when (Reason(failed) is { } reason)
        {
            throw new PrecompilerException(reason);
        }
    }

    static string? Reason(Exception failed) => failed switch
    {
        AggregateException { InnerException: { } first } => Reason(first),
        IOException or UnauthorizedAccessException or InvalidOperationException or JsonException or KeyNotFoundException
            or System.ComponentModel.Win32Exception => failed.Message,
        _ => null,
    };

    static string CompileOne(Lazy<string[]> compiler, string file, string folder, string results)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var content = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        var result = Path.Combine(results, $"{HostFolders.Hash($"{content}|{framework}")}.dll");
        if (!File.Exists(result))
        {
            var unfinished = $"{result}.{Guid.NewGuid():N}";
            var (exitCode, _) = Run(compiler.Value[0], [.. compiler.Value[1..], file, "-r", Path.Combine(framework, "*.dll"),
                "-r", Path.Combine(folder, "*.dll"), "-o", unfinished, "--targetos", TargetOS, "--targetarch", Architecture, "-O"], folder, compiling);
            if (exitCode > 128)
                throw new InvalidOperationException("the compiler was stopped");
            // Some assemblies have no code, or are compiled already: those stay as they are.
            if (exitCode != 0 || !File.Exists(unfinished))
                File.Copy(file, unfinished, overwrite: true);
            File.Move(unfinished, result, overwrite: true);
        }
        File.SetLastWriteTimeUtc(result, DateTime.UtcNow);
        return result;
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
        var (exitCode, log) = Run(DotnetHost.Path, ["restore", "--nologo", "--verbosity", "quiet"], folder, fetching);
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

    static (int ExitCode, string Log) Run(string program, string[] arguments, string folder, TimeSpan patience) =>
        OtherProgram.Run(program, arguments, patience, folder) is var (exitCode, output, errors) ? (exitCode, output + errors)
            : throw new InvalidOperationException($"{Path.GetFileName(program)} took longer than {patience.TotalMinutes:0} minutes");

    static string TargetOS => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "osx" : "linux";

    static string Architecture => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
}
