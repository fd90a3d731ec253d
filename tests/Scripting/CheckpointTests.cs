using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookHost.Scripting;

namespace CourseTests.Scripting;

public sealed class CheckpointTests
{
    [Theory]
    [InlineData("while (true) k++;", 1)]
    [InlineData("for (;;);", 1)]
    [InlineData("while (k < 1)\n  foreach (var n in new[] { 1 })\n    k += n;", 2)]
    [InlineData("if (k > 0) do k++; while (k < 9); else { for (var i = 0; i < 3; i++) { } }", 2)]
    [InlineData("foreach (var (a, b) in new[] { (1, 2) }) k += a + b;", 1)]
    [InlineData("switch (k) { case 0: while (k < 2) k++; goto default; default: break; }", 1)]
    [InlineData("IEnumerable<int> Count() { while (true) yield return 1; }", 2)]
    [InlineData("async Task<int> One() => await Task.FromResult(1); async Task Go() => await One(); async void Fire() => await One();", 3)]
    [InlineData("async Task Read(IAsyncEnumerable<int> all) { await foreach (var n in all) k += n; }", 2)]
    [InlineData("int Twice(int n) => 2 * n; void Print() => Console.WriteLine(k); int Never() => throw new Exception();", 3)]
    [InlineData("ref int First(int[] a) => ref a[0];", 1)]
    [InlineData("void Outer() { static int Inner(int n) => n; Inner(1); }", 2)]
    [InlineData("unsafe int Sum(int* p, int n) { var s = 0; while (n-- > 0) s += *p++; return s; }", 2)]
    [InlineData("class A { static A() { while (k2 < 1) k2++; } static int k2; public A() { while (true) break; } int M<T>(T t) where T : class => 1; abstract class B { public abstract int M(); } }", 2)]
    [InlineData("new[] { 1 }.Select(n => n + 1).ToList().ForEach(n => Console.WriteLine(n));", 2)]
    [InlineData("Func<int, Func<int, int>> add = a => b => a + b; Action<int> print = delegate(int n) { k += n; };", 3)]
    [InlineData("Func<string> nothing = () => null; Func<int[]> list = () => [1, 2]; Func<Exception> fail = () => throw new Exception();", 3)]
    [InlineData("Func<Task<int>> wait = async () => await Task.FromResult(1); Action go = async () => { await wait(); };", 1)]
    [InlineData("$\"{new[] { 1 }.Select(n => n + 1).Sum():0.0} {k}\".ToString();", 1)]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> tree = n => new[] { n }.Select(m => m + 1).Sum();", 0)]
    [InlineData("var q = from n in new[] { 1 } where n > 0 select n;", 0)]
    [InlineData("k = 3; if (k > 2) { k--; }", 0)]
    public void Checkpoints_are_put_in_without_changing_what_compiles_or_its_lines(string code, int count)
    {
        var tree = CSharpSyntaxTree.ParseText("var k = 0;\n" + code, CellText.ScriptOptions, "cell", cancellationToken: TestContext.Current.CancellationToken);
        var plain = CSharpCompilation.CreateScriptCompilation("cell", tree, FrameworkReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true,
                usings: ["System", "System.Linq", "System.Collections.Generic", "System.Threading.Tasks"]));
        Assert.Empty(Errors(plain));

        var stoppable = CheckpointInserter.Insert(plain, tree);

        Assert.Empty(Errors(stoppable));
        var text = stoppable.SyntaxTrees[0].ToString();
        Assert.Equal(count, text.Split("Checkpoint.Pass()").Length - 1);
        Assert.Equal(code.Count(c => c == '\n'), text.Count(c => c == '\n') - 1);
        Assert.Equal(count == 0, ReferenceEquals(plain, stoppable));
    }

    static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
