using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace NotebookHost.Scripting;

/// <summary>
/// What the session knows so far: compiled pieces, each of which sees the declarations of those before it, and the values
/// of their variables. Roslyn's own <c>Script.RunAsync</c> forgets the variables of a piece that was interrupted; here
/// they are kept, because the slots are ours.
/// </summary>
sealed class SubmissionChain(
    string workingDirectory, CellReferenceResolver references, SessionLoadContext loadContext)
{
    static readonly string[] defaultImports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
        "System.Linq", "NotebookHost.Display",
    ];

    CSharpCompilation? previous;
    object?[] slots = new object?[64];
    int count;

    /// <summary>Compiles a piece; its errors and warnings come back, and the submission when there are no errors.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted; nothing has changed.</exception>
    public (Submission? Submission, ImmutableArray<Diagnostic> Diagnostics) Compile(
        string code, string path, CancellationToken interrupt)
    {
        references.Begin();
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, System.Text.Encoding.UTF8), CellText.ScriptOptions, path, interrupt);
        var plain = CSharpCompilation.CreateScriptCompilation(
            $"Cell-{count + 1}-{Guid.NewGuid():N}", tree, NewReferences,
            Options($"Cell{count + 1}"), previous);
        _ = plain.Assembly; // makes the compiler ask for what #r names
        plain = plain.AddReferences(references.PackageFiles.Except(plain.References));
        if (tree.GetDiagnostics(interrupt).Any(IsError))
            return Emit(plain, interrupt);

        var stoppable = CheckpointInserter.Insert(plain, tree, interrupt);
        if (stoppable == plain)
            return Emit(IsStraight(tree) ? Unoptimised(plain) : plain, interrupt);
        // What is wrong with a cell is told in the words of its own text.
        var result = Emit(stoppable, interrupt);
        return result.Submission is null ? Emit(plain, interrupt) : result;
    }

    /// <summary>What the compiler makes of a piece that is still being written; nothing of the session changes.</summary>
    public SemanticModel Analyse(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, CellText.ScriptOptions);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            "Edited", tree, NewReferences, Options("Edited"), previous);
        return compilation.GetSemanticModel(tree);
    }

    // A submission sees the references of the one before it; to give them again would double their number with every cell.
    IEnumerable<MetadataReference> NewReferences => previous is null ? FrameworkReferences.All : [];

    // Nothing runs twice: then it matters more that an exception knows its line, which optimised code may forget.
    static bool IsStraight(SyntaxTree tree) =>
        ((CompilationUnitSyntax)tree.GetRoot()).Members.All(member => member is GlobalStatementSyntax or FieldDeclarationSyntax);

    static CSharpCompilation Unoptimised(CSharpCompilation compilation) =>
        compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Debug));

    (Submission? Submission, ImmutableArray<Diagnostic> Diagnostics) Emit(CSharpCompilation compilation, CancellationToken interrupt)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(
            assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: interrupt);
        if (emitted.Diagnostics.Any(IsError))
            return (null, emitted.Diagnostics);
        if (!emitted.Success)
            return (new Submission(compilation, EntryPoint: null, HasResult: false), emitted.Diagnostics);

        assembly.Position = symbols.Position = 0;
        var loaded = loadContext.LoadFromStream(assembly, symbols);
        return (new Submission(compilation, FindEntryPoint(compilation, loaded), HasResult(compilation)), emitted.Diagnostics);
    }

    /// <summary>What an assembly of this session was compiled from; null when it is no cell.</summary>
    public CSharpCompilation? CompilationOf(Assembly assembly)
    {
        var name = assembly.GetName().Name;
        var compilation = previous;
        while (compilation is not null && compilation.AssemblyName != name)
            compilation = compilation.ScriptCompilationInfo?.PreviousScriptCompilation;
        return compilation;
    }

    static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>Starts a compiled piece; from here on its variables are there for the next one, whatever becomes of it.</summary>
    public Task<object?> Start(Submission submission)
    {
        // Slot 0 would hold the host's own variables; ours has none.
        if (count + 2 >= slots.Length)
            Array.Resize(ref slots, slots.Length * 2);
        previous = submission.Compilation;
        count++;
        return submission.Start(slots);
    }

    CSharpCompilationOptions Options(string className) => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: className,
        usings: previous is null ? defaultImports : [],
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Disable,
        sourceReferenceResolver: new SourceFileResolver([], workingDirectory),
        metadataReferenceResolver: references,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    static MethodInfo? FindEntryPoint(CSharpCompilation compilation, Assembly assembly)
    {
        var entryPoint = compilation.GetEntryPoint(CancellationToken.None);
        return entryPoint is null
            ? null
            : assembly.GetType(entryPoint.ContainingType.MetadataName, throwOnError: true)!
                .GetMethod(entryPoint.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
    }

    // The last statement is an expression without a semicolon, and it has a value.
    static bool HasResult(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[^1]; // files that it loads come before
        var last = ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault();
        return last is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement }
            && compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression).Type?.SpecialType != SpecialType.System_Void;
    }
}
