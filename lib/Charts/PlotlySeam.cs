using System.Reflection;
using System.Runtime.Loader;

namespace CourseLib.Charts;

/// <summary>
/// The one door to Plotly.NET. A second copy of this library is loaded into a load context that finds every dependency
/// in the library's folder, because the loaders of C# scripting end up with two FSharp.Core and then fail inside
/// Plotly.NET. Only .NET's own types cross.
/// </summary>
internal static class PlotlySeam
{
    static readonly Lazy<SeamContext> Context = new(() => new SeamContext(LibraryFolder()));

    static readonly Lazy<Func<Dictionary<string, object?>[], Dictionary<string, object?>, string>> Renderer = new(LoadRenderer);

    /// <summary>Plotly JSON of the traces and the layout; see <see cref="PlotlyNetRenderer.Render"/>.</summary>
    internal static string Render(Dictionary<string, object?>[] traces, Dictionary<string, object?> layout) =>
        Renderer.Value(traces, layout);

    /// <summary>A resource of Plotly.NET, without starting any of its code.</summary>
    internal static Stream Resource(string name) =>
        Context.Value.LoadFromAssemblyName(new AssemblyName("Plotly.NET")).GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"Plotly.NET holds no resource '{name}'; another version of the package?");

    static Func<Dictionary<string, object?>[], Dictionary<string, object?>, string> LoadRenderer()
    {
        var library = Context.Value.LoadFromAssemblyPath(Path.Combine(LibraryFolder(), "CourseLib.dll"));
        var renderer = library.GetType(typeof(PlotlyNetRenderer).FullName!, throwOnError: true)!;
        return renderer.GetMethod(nameof(PlotlyNetRenderer.Render), BindingFlags.Static | BindingFlags.NonPublic)!
            .CreateDelegate<Func<Dictionary<string, object?>[], Dictionary<string, object?>, string>>();
    }

    static string LibraryFolder()
    {
        var location = typeof(PlotlySeam).Assembly.Location;
        return location.Length > 0 ? Path.GetDirectoryName(location)! : AppContext.BaseDirectory;
    }

    sealed class SeamContext(string folder) : AssemblyLoadContext("CourseLib charts")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var file = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
