using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace NotebookHost.Scripting;

/// <summary>A package as <c>#r "nuget: Id, version"</c> names it; without a version, the newest.</summary>
sealed partial record NuGetPackage(string Id, string Version)
{
    /// <summary>
    /// Reads a reference; false when it does not start with <c>nuget:</c>.
    /// </summary>
    /// <exception cref="NuGetRestoreException">It does, but what follows is not a package.</exception>
    public static bool TryParse(string reference, [NotNullWhen(true)] out NuGetPackage? package)
    {
        package = null;
        if (!reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            return false;
        var match = Form().Match(reference);
        if (!match.Success)
            throw new NuGetRestoreException(
                $"'{reference}' does not name a package; write #r \"nuget: Id, version\", for example #r \"nuget: MathNet.Numerics, 5.0.0\".");
        var version = match.Groups["version"].Value;
        package = new NuGetPackage(match.Groups["id"].Value, version.Length == 0 ? "*" : version);
        return true;
    }

    public override string ToString() => Version == "*" ? $"'{Id}'" : $"'{Id}', version {Version}";

    [GeneratedRegex(@"^nuget:\s*(?<id>[A-Za-z0-9_.\-]+)\s*(,\s*(?<version>[0-9A-Za-z.*+\-\[\]\(\),\s]+?))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
