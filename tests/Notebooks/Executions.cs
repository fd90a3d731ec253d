using System.Collections.Concurrent;
using NotebookHost.Documents;
using NotebookHost.Running;

namespace CourseTests.Notebooks;

/// <summary>
/// Runs each notebook once; the tests share what came of it. Behind the last cell of an English one come, for each of its
/// checks, the mistake and the check again, then the solution and the check again; the Turkish notebook is the same program.
/// The added cells are called <c>ex-2-1-mistake</c>, <c>ex-2-1-mistake-check</c>, <c>ex-2-1-solution</c>, ….
/// </summary>
static class Executions
{
    static readonly ConcurrentDictionary<string, Lazy<Task<NotebookRun>>> Runs = [];
    static readonly string[] added = ["-mistake", "-mistake-check", "-solution", "-solution-check"];

    /// <summary>The notebook as a reader finds it.</summary>
    public static async Task<NotebookRun> Untouched(string path)
    {
        var run = await Once(path);
        var document = run.Document.Clone();
        for (var i = document.Cells.Count - 1; IsAdded(document.Cells[i].Id); i--)
            document.RemoveAt(i);
        var cells = run.Cells.Where(cell => !IsAdded(cell.CellId)).ToList();
        var failure = run.Failure?.CellNumber > cells.Count ? null : run.Failure;
        return new NotebookRun(document, cells, failure, ChartCounter.Count(document), run.Elapsed);
    }

    /// <summary>An English notebook with mistakes and solutions behind its own cells.</summary>
    public static Task<NotebookRun> Answered(string path) => Once(path);

    static Task<NotebookRun> Once(string path) => Runs.GetOrAdd(path, _ => new(() => Run(path))).Value;

    static Task<NotebookRun> Run(string path)
    {
        var notebook = Notebook.Load(path);
        var pair = new NotebookPair(Path.GetFileName(path)[..2]);
        if (path == pair.English)
            AddAnswers(notebook, SolutionFile.Read(pair.SolutionsPath));
        return NotebookRunner.RunAsync(notebook, Path.GetDirectoryName(path)!, new RunOptions { CellTimeout = TimeSpan.FromMinutes(10) }); // others may use the machine
    }

    static void AddAnswers(Notebook notebook, IReadOnlyDictionary<string, string> solutions)
    {
        foreach (var check in notebook.Cells.Where(cell => cell.HasTag("check")).ToList())
        {
            var exercise = check.Id[..^"-check".Length];
            string[] sources = [solutions[$"{exercise} mistake"], check.Source, solutions[exercise], check.Source];
            foreach (var (suffix, source) in added.Zip(sources))
                notebook.Add(Cell.NewCode(exercise + suffix, source));
        }
    }

    static bool IsAdded(string id) => added.Any(suffix => id.EndsWith(suffix, StringComparison.Ordinal));
}
