using System.Collections.Concurrent;
using NotebookHost.Documents;
using NotebookHost.Running;

namespace CourseTests.Notebooks;

/// <summary>
/// Runs each notebook once; the tests share what came of it. The English one runs as a reader finds it. The Turkish one is the
/// same program, and its exercises get done on the way: after each check come a likely mistake and its check, then the solution
/// and its check. What its own cells show has to be what is saved all the same.
/// </summary>
static class Executions
{
    static readonly ConcurrentDictionary<string, Lazy<Task<Execution>>> All = [];

    /// <summary>The run of a notebook, by its path.</summary>
    public static Task<Execution> Of(string path) => All.GetOrAdd(path, _ => new Lazy<Task<Execution>>(() => RunAsync(path))).Value;

    /// <summary>The run of a Turkish notebook whose exercises are done.</summary>
    public static Task<Execution> Answered(NotebookPair pair) => Of(pair.Turkish);

    static async Task<Execution> RunAsync(string path)
    {
        var notebook = Notebook.Load(path);
        var own = notebook.Cells.Select(cell => cell.Id).ToHashSet();
        var pair = new NotebookPair(Path.GetFileName(path)[..2]);
        if (path == pair.Turkish)
            DoExercises(notebook, SolutionFile.Read(pair.SolutionsPath));
        var options = new RunOptions { CellTimeout = TimeSpan.FromMinutes(10) }; // others may use the machine
        var run = await NotebookRunner.RunAsync(notebook, Path.GetDirectoryName(path)!, options);

        var asFound = run.Document.Clone();
        for (var i = asFound.Cells.Count - 1; i >= 0; i--)
            if (!own.Contains(asFound.Cells[i].Id))
                asFound.RemoveAt(i);
        return new Execution(run, asFound);
    }

    static void DoExercises(Notebook notebook, IReadOnlyDictionary<string, string> solutions)
    {
        for (var i = notebook.Cells.Count - 1; i >= 0; i--)
        {
            var check = notebook.Cells[i];
            if (!check.HasTag("check"))
                continue;
            var exercise = check.Id[..^"-check".Length];
            Cell[] added =
            [
                Cell.NewCode($"{exercise}-mistake", solutions[$"{exercise} mistake"]),
                Cell.NewCode($"{exercise}-mistake-check", check.Source),
                Cell.NewCode($"{exercise}-solution", solutions[exercise]),
                Cell.NewCode($"{exercise}-solution-check", check.Source),
            ];
            for (var k = 0; k < added.Length; k++)
                notebook.Insert(i + 1 + k, added[k]);
        }
    }
}

/// <summary>A run of a notebook.</summary>
/// <param name="Run">What ran, done exercises included.</param>
/// <param name="Notebook">The notebook's own cells, with what they have shown.</param>
sealed record Execution(NotebookRun Run, Notebook Notebook)
{
    /// <summary>The notebook's own code cells.</summary>
    public IEnumerable<Cell> CodeCells => Notebook.Cells.Where(cell => cell.Kind == CellKind.Code);
}
