using System.Collections.Concurrent;
using NotebookHost.Documents;
using NotebookHost.Running;

namespace CourseTests.Notebooks;

/// <summary>Runs each notebook once as it is and once with answers put in; the tests share what came of it.</summary>
static class Executions
{
    static readonly ConcurrentDictionary<string, Lazy<Task<NotebookRun>>> Runs = [];

    /// <summary>The notebook as a reader finds it.</summary>
    public static Task<NotebookRun> Untouched(string path) =>
        Once($"untouched {path}", () => Run(Notebook.Load(path), path));

    /// <summary>
    /// The notebook with, after each check, the mistake and its check, then the solution and its check.
    /// The added cells are called <c>ex-2-1-mistake-check</c>, <c>ex-2-1-solution-check</c>, ….
    /// </summary>
    public static Task<NotebookRun> Answered(string path, string solutionsPath) =>
        Once($"answered {path}", () => Run(WithAnswers(Notebook.Load(path), SolutionFile.Read(solutionsPath)), path));

    static Task<NotebookRun> Once(string key, Func<Task<NotebookRun>> run) =>
        Runs.GetOrAdd(key, _ => new Lazy<Task<NotebookRun>>(run)).Value;

    static Task<NotebookRun> Run(Notebook notebook, string path) =>
        NotebookRunner.RunAsync(notebook, Path.GetDirectoryName(path)!, new RunOptions { CellTimeout = TimeSpan.FromMinutes(10) }); // others may use the machine

    static Notebook WithAnswers(Notebook notebook, IReadOnlyDictionary<string, string> solutions)
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
        return notebook;
    }
}
