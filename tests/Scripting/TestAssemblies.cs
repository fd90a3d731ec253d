using System.IO.Compression;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookHost.Scripting;

namespace CourseTests.Scripting;

/// <summary>Small assemblies and packages, made on the spot.</summary>
static class TestAssemblies
{
    public static void Compile(string path, string code, params MetadataReference[] references)
    {
        // What a build compiles against; the assembly that really holds Object is nobody's reference.
        MetadataReference[] all = [.. FrameworkReferences.All, .. references];
        var emitted = CSharpCompilation.Create(Path.GetFileNameWithoutExtension(path), [CSharpSyntaxTree.ParseText(code)], all,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
    }

    /// <summary>
    /// Gives the session a NuGet configuration whose only feed is a folder with these packages; each depends on the one
    /// before it when <paramref name="chained"/>.
    /// </summary>
    public static void UseFeed(this Session session, bool chained, params ReadOnlySpan<(string Id, string Version, string Code)> packages)
    {
        var feed = Directory.CreateDirectory(Path.Combine(session.Folder, "feed")).FullName;
        string? needed = null, neededDll = null;
        foreach (var package in packages)
        {
            var dll = Path.Combine(session.Folder, package.Id + ".dll");
            Compile(dll, package.Code, neededDll is null ? [] : [MetadataReference.CreateFromFile(neededDll)]);
            Pack(feed, package.Id, package.Version, dll, needed);
            if (chained)
                (needed, neededDll) = ($"<dependency id=\"{package.Id}\" version=\"{package.Version}\" />", dll);
        }
        session.Write("nuget.config",
            """
            <configuration>
              <packageSources><clear /><add key="local-feed" value="feed" /></packageSources>
              <config><add key="globalPackagesFolder" value="packages" /></config>
            </configuration>
            """);
    }

    /// <summary>The same with a single package.</summary>
    public static void UseFeed(this Session session, (string Id, string Version, string Code) package) => session.UseFeed(false, package);

    static void Pack(string feed, string id, string version, string dll, string? dependency)
    {
        using (var zip = ZipFile.Open(Path.Combine(feed, $"{id}.{version}.nupkg"), ZipArchiveMode.Create))
        {
            Add(zip, id + ".nuspec", Encoding.UTF8.GetBytes(
                $"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                  <id>{id}</id><version>{version}</version><authors>test</authors><description>test</description>
                  <dependencies><group targetFramework="net8.0">{dependency}</group></dependencies>
                </metadata></package>
                """));
            Add(zip, $"lib/net8.0/{id}.dll", File.ReadAllBytes(dll));
        }
        static void Add(ZipArchive zip, string name, byte[] content)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(content);
        }
    }
}
