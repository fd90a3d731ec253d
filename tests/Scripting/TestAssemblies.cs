using System.IO.Compression;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseTests.Scripting;

/// <summary>Small assemblies and packages, made on the spot.</summary>
static class TestAssemblies
{
    public static void Compile(string path, string code, params MetadataReference[] references)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        MetadataReference[] all =
        [
            MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
            MetadataReference.CreateFromFile(Path.Combine(runtime, "System.Runtime.dll")),
            .. references,
        ];
        var emitted = CSharpCompilation.Create(Path.GetFileNameWithoutExtension(path), [CSharpSyntaxTree.ParseText(code)], all,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
    }

    /// <summary>Gives the session a NuGet configuration whose only feed is a folder with this package.</summary>
    public static void UseFeed(this Session session, (string Id, string Version, string Code) package)
    {
        var dll = Path.Combine(session.Folder, package.Id + ".dll");
        Compile(dll, package.Code);
        var feed = Directory.CreateDirectory(Path.Combine(session.Folder, "feed")).FullName;
        using (var zip = ZipFile.Open(Path.Combine(feed, $"{package.Id}.{package.Version}.nupkg"), ZipArchiveMode.Create))
        {
            Add(zip, package.Id + ".nuspec", Encoding.UTF8.GetBytes(
                $"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                  <id>{package.Id}</id><version>{package.Version}</version><authors>test</authors><description>test</description>
                </metadata></package>
                """));
            Add(zip, $"lib/net8.0/{package.Id}.dll", File.ReadAllBytes(dll));
        }
        session.Write("nuget.config",
            """
            <configuration>
              <packageSources><clear /><add key="local-feed" value="feed" /></packageSources>
              <config><add key="globalPackagesFolder" value="packages" /></config>
            </configuration>
            """);

        static void Add(ZipArchive zip, string name, byte[] content)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(content);
        }
    }
}
