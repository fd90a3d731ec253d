using System.Diagnostics;
using System.Security;
using System.Text.RegularExpressions;
using NotebookHost.Caching;
using NotebookHost.Programs;

namespace NotebookHost.Scripting;

/// <summary>
/// Fetches packages with the .NET SDK's own restore, so that the user's feeds, credentials and package cache are used.
/// The packages of one session are restored together and so agree on their common dependencies. What was restored once
/// is remembered on disk, and needs neither the SDK nor the network the next time.
/// </summary>
sealed partial class NuGetRestorer(string workingDirectory)
{
    // A package that no feed had is asked for again after this time, or when the feeds have changed.
    static readonly TimeSpan absent = TimeSpan.FromMinutes(5);

    readonly SortedDictionary<string, NuGetPackage> wanted = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Brings a package and what it depends on.</summary>
    /// <exception cref="NuGetRestoreException">It can't be had; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The reader stopped waiting.</exception>
    public NuGetAssets Restore(NuGetPackage package, CancellationToken interrupt)
    {
        if (wanted.TryGetValue(package.Id, out var present) && package.Version != "*" && present.Version != package.Version)
            throw new NuGetRestoreException(
                $"The package {package} was asked for, but {present} is in use since an earlier cell; restart the kernel to change it.");

        var packages = wanted.Values.Where(other => !other.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase))
            .Append(present ?? package).ToList();
        var folder = ProjectFolder(packages);
        var assetsFile = Path.Combine(folder, "obj", "project.assets.json");
        var assets = TryRead(assetsFile);
        if (assets is null)
        {
            using var turn = WaitForTurn(folder, interrupt);
            assets = TryRead(assetsFile); // another session may have brought them meanwhile
            if (assets is null)
            {
                if (ToldAbsent(folder) is { } why)
                    throw new NuGetRestoreException(why);
                RunRestore(package, packages, folder, interrupt);
                assets = NuGetAssets.Read(assetsFile);
            }
        }
        wanted[package.Id] = present ?? package;
        return assets;
    }

    // Notebooks that run side by side ask for the same packages at the same time.
    static FileStream WaitForTurn(string folder, CancellationToken interrupt)
    {
        Directory.CreateDirectory(folder);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(Path.Combine(folder, "in-use")))
            {
                interrupt.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(100));
                interrupt.ThrowIfCancellationRequested();
            }
        }
    }

    static NuGetAssets? TryRead(string assetsFile)
    {
        // Written by NuGet only when the restore succeeded: this marker tells.
        if (!File.Exists(Path.Combine(Path.GetDirectoryName(assetsFile)!, "restored")))
            return null;
        try
        {
            return NuGetAssets.Read(assetsFile);
        }
        catch (Exception error) when (error is IOException or System.Text.Json.JsonException or KeyNotFoundException)
        {
            return null;
        }
    }

    string AbsentFile(string folder) => Path.Combine(folder, $"absent-{NuGetFeeds.State(workingDirectory)}");

    // Two notebooks of the course ask for a package that not every feed has: each would wait seconds to be told so.
    string? ToldAbsent(string folder) => new FileInfo(AbsentFile(folder)) is { Exists: true } file
        && DateTime.UtcNow - file.LastWriteTimeUtc < absent ? File.ReadAllText(file.FullName) : null;

    static string ProjectFolder(IEnumerable<NuGetPackage> packages)
    {
        var key = string.Join(';', packages.Select(package => $"{package.Id}/{package.Version}".ToLowerInvariant()).Order());
        return HostFolders.Cache("packages", HostFolders.Hash($"net{Environment.Version.Major};{key}"));
    }

    void RunRestore(NuGetPackage asked, List<NuGetPackage> packages, string folder, CancellationToken interrupt)
    {
        File.WriteAllText(Path.Combine(folder, "cell.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <DisableImplicitNuGetFallbackFolder>true</DisableImplicitNuGetFallbackFolder>
                <RestoreRootConfigDirectory>{SecurityElement.Escape(workingDirectory)}</RestoreRootConfigDirectory>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
            {string.Join('\n', packages.Select(package => $"    <PackageReference Include=\"{package.Id}\" Version=\"{package.Version}\" />"))}
              </ItemGroup>
            </Project>
            """);
        // An empty file here keeps settings of folders above away from the restore.
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(folder, name), "<Project />");

        var (exitCode, log) = RunDotnet(["restore", "--nologo", "--verbosity", "quiet"], folder, interrupt);
        if (exitCode != 0)
        {
            var why = Explain(asked, log);
            if (log.Contains("NU1101", StringComparison.Ordinal))
                File.WriteAllText(AbsentFile(folder), why);
            throw new NuGetRestoreException(why);
        }
        File.WriteAllText(Path.Combine(folder, "obj", "restored"), "");
    }

    static (int ExitCode, string Log) RunDotnet(string[] arguments, string folder, CancellationToken interrupt)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments) { WorkingDirectory = folder };
        try
        {
            var (exitCode, output, errors) = OtherProgram.Run(start, Timeout.InfiniteTimeSpan, interrupt)!.Value;
            return (exitCode, output + errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new NuGetRestoreException(
                "Packages are fetched with the .NET SDK, but the command `dotnet` was not found; install the SDK or add it to PATH.");
        }
    }

    static string Explain(NuGetPackage package, string log)
    {
        var errors = ErrorLine().Matches(log)
            .Select(match => (Code: match.Groups["code"].Value, Text: match.Groups["text"].Value.Trim(' ', '-', '.')))
            .Distinct().ToList();
        if (errors.Count == 0)
            return $"The package {package} could not be restored: {log.Trim()}";

        var code = errors[0].Code;
        var details = string.Join("; ", errors.Where(error => error.Code == code).Select(error => error.Text));
        return code switch
        {
            "NU1101" => $"The package {package} is in none of the NuGet feeds of this machine: {details}. "
                + "Check its name, or add a feed that has it with `dotnet nuget add source`.",
            "NU1102" or "NU1103" => $"The package {package} is not in the NuGet feeds of this machine: {details}. "
                + "Ask for a version that is there.",
            "NU1301" => $"The package {package} could not be fetched, because a NuGet feed did not answer: {details}. "
                + "Check the network; `dotnet nuget list source` shows the feeds.",
            "" => $"The package {package} could not be restored: {details}",
            _ => $"The package {package} could not be restored: {code}: {details}",
        };
    }

    [GeneratedRegex(@"error (?<code>[A-Z]+\d+)? ?: (?<text>.+?)( \[[^\[\]]*proj\])?\s*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
