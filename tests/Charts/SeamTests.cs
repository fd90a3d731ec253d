using CourseLib.Charts;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace CourseTests.Charts;

/// <summary>The door to Plotly.NET, also from a C# script, where Plotly.NET by itself fails.</summary>
public sealed class SeamTests
{
    [Fact]
    public async Task A_script_that_references_only_the_library_makes_a_chart()
    {
        var library = typeof(Figure).Assembly.Location;
        var json = await CSharpScript.EvaluateAsync<string>(
            $"""
            #r "{library}"
            using CourseLib.Charts;
            Chart.Points(new[] {"{"} 22.0, 27.0 {"}"}, new[] {"{"} 110.0, 135.0 {"}"}).Titled("Two days").ToJson()
            """,
            ScriptOptions.Default, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("\"x\":[22,27]", json, StringComparison.Ordinal);
    }

    [Fact]
    public void No_public_signature_shows_a_type_of_the_chart_package()
    {
        var types = typeof(Figure).Assembly.GetExportedTypes();
        var signatures = types.SelectMany(type => type.GetMethods()).SelectMany(method =>
            method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType));

        Assert.DoesNotContain(signatures, type => type.Assembly.GetName().Name is "Plotly.NET" or "FSharp.Core" or "Plotly.NET.CSharp");
    }

    [Fact]
    public void Drawing_loads_the_chart_package_outside_the_default_load_context()
    {
        _ = Chart.Line([1.0, 2.0]).ToJson();

        // Other tests may have loaded it elsewhere; what counts is that the seam's own context has it.
        Assert.Contains(AppDomain.CurrentDomain.GetAssemblies(), assembly =>
            assembly.GetName().Name == "Plotly.NET"
            && System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly)?.Name == "CourseLib charts");
    }
}
