using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NotebookHost.Scripting;

/// <summary>Compile errors as a reader wants them: what, where, the line itself, and a caret under the place.</summary>
static class CompileErrors
{
    const int MostShown = 10;

    public static ErrorOutput Describe(
        IEnumerable<Diagnostic> diagnostics, CellSources sources, string cellPath, IReadOnlyDictionary<string, string> referenceFailures)
    {
        var errors = diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToList();
        // Whatever the rest of the cell complains about follows from what could not be had.
        if (errors.Exists(IsMissingReference))
            errors.RemoveAll(error => !IsMissingReference(error));

        var lines = new List<string>();
        foreach (var error in errors.Take(MostShown))
            lines.AddRange(Lines(error, sources, referenceFailures));
        if (errors.Count > MostShown)
            lines.Add($"… and {errors.Count - MostShown} more");

        var first = errors[0];
        var span = first.Location.GetLineSpan();
        var location = span.Path == cellPath
            ? new CellLocation(span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1,
                sources.Line(cellPath, span.StartLinePosition.Line + 1))
            : null;
        return new ErrorOutput("CompileError", Message(first, referenceFailures), lines, location);
    }

    static IEnumerable<string> Lines(Diagnostic error, CellSources sources, IReadOnlyDictionary<string, string> failures)
    {
        if (!error.Location.IsInSource)
        {
            yield return $"{error.Id}: {Message(error, failures)}";
            yield break;
        }
        var span = error.Location.GetLineSpan();
        var (line, column) = (span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
        yield return $"{sources.Shown(span.Path)}, line {line}, column {column}: {error.Id}: {Message(error, failures)}";

        var source = sources.Line(span.Path, line);
        if (source.Length == 0)
            yield break;
        yield return "    " + source;
        var width = span.EndLinePosition.Line == span.StartLinePosition.Line
            ? span.EndLinePosition.Character - span.StartLinePosition.Character
            : source.Length - span.StartLinePosition.Character;
        // Tabs stay tabs, so that the caret stands where the eye looks.
        var indent = string.Concat(source.Take(column - 1).Select(c => c == '\t' ? '\t' : ' '));
        yield return "    " + indent + new string('^', Math.Max(1, width));
    }

    static bool IsMissingReference(Diagnostic error) => error.Id == "CS0006";

    static string Message(Diagnostic error, IReadOnlyDictionary<string, string> failures)
    {
        var message = error.GetMessage(CultureInfo.InvariantCulture);
        return error.Id switch
        {
            "CS0006" when failures.FirstOrDefault(failure => message.Contains($"'{failure.Key}'", StringComparison.Ordinal)).Value is { } why => why,
            "CS0103" => $"{message}. If another cell declares it, run that cell first.",
            "CS0246" => $"{message}. If another cell declares it or imports its namespace, run that cell first.",
            "CS7021" => "A script can't hold a namespace. Take the line `namespace …` out, and its braces.",
            _ => message,
        };
    }
}
