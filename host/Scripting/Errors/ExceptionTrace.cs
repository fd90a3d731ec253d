using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NotebookHost.Scripting;

/// <summary>An exception as a reader wants it: its message, and the way from the cell to the place, without plumbing.</summary>
static partial class ExceptionTrace
{
    public static ErrorOutput Describe(Exception exception, CellSources sources)
    {
        exception = Unwrap(exception);
        var lines = new List<string>();
        CellLocation? location = null;
        var heading = "";
        for (var current = exception; current is not null; current = current.InnerException)
        {
            lines.Add($"{heading}{current.GetType().FullName}: {current.Message}");
            foreach (var frame in Frames(current))
            {
                lines.Add("   at " + Describe(frame, sources));
                location ??= CellPlace(frame, sources);
            }
            heading = "caused by ";
        }
        return new ErrorOutput(exception.GetType().FullName!, exception.Message, lines, location);
    }

    // Several failed tasks arrive wrapped; with a single cause, the wrapping tells the reader nothing.
    static Exception Unwrap(Exception exception) =>
        exception switch
        {
            AggregateException { InnerExceptions: [var only] } => Unwrap(only),
            System.Reflection.TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
            _ => exception,
        };

    // From the place where it was thrown out to the cell's own text; what called the cell is the host's affair.
    static IEnumerable<StackFrame> Frames(Exception exception)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames();
        var outermost = Array.FindLastIndex(frames, IsInCell);
        return frames.Take(outermost + 1).Where(frame => !IsPlumbing(frame));
    }

    static bool IsInCell(StackFrame frame) =>
        frame.GetMethod()?.Module.Assembly is { } assembly && SessionLoadContext.IsCell(assembly);

    static bool IsPlumbing(StackFrame frame)
    {
        var type = frame.GetMethod()?.DeclaringType?.FullName ?? "";
        return type.StartsWith("System.Runtime.", StringComparison.Ordinal)
            || type.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal)
            || type.StartsWith("System.Threading.ExecutionContext", StringComparison.Ordinal);
    }

    static CellLocation? CellPlace(StackFrame frame, CellSources sources) =>
        IsInCell(frame) && frame.GetFileName() is { } path && frame.GetFileLineNumber() is > 0 and var line
            ? new CellLocation(line, Math.Max(1, frame.GetFileColumnNumber()), sources.Line(sources.NameOf(path), line))
            : null;

    static string Describe(StackFrame frame, CellSources sources)
    {
        var name = MethodName(frame);
        if (CellPlace(frame, sources) is not { } place)
            return name;
        var where = $"{sources.NameOf(frame.GetFileName()!)}, line {place.Line}";
        var source = place.SourceLine.Trim();
        return (name.Length == 0 ? where : $"{name} in {where}") + (source.Length == 0 ? "" : $":  {source}");
    }

    static string MethodName(StackFrame frame)
    {
        var method = frame.GetMethod();
        if (method is null)
            return "(unknown)";
        var type = method.DeclaringType;
        if (!IsInCell(frame))
            return $"{type?.FullName}.{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name))})";

        // The compiler wraps top-level code, local functions, lambdas and async methods in types and names of its own:
        // <<Initialize>>d__0.MoveNext is the cell itself, <Half>g__Inner|3_0 a local function, <Half>b__0 a lambda.
        var name = method.Name == "MoveNext" && type is not null ? type.Name : method.Name;
        if (LocalFunction().Match(name) is { Success: true } local)
            return local.Groups["name"].Value + "()";
        if (name.Contains(">b__", StringComparison.Ordinal))
            return "a lambda";
        if (name.Contains("<Initialize>", StringComparison.Ordinal) || name is "<Factory>" or "<Main>" or ".ctor")
            return "";
        return StateMachine().Match(name) is { Success: true } machine ? machine.Groups["name"].Value + "()" : name + "()";
    }

    [GeneratedRegex(@"g__(?<name>\w+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^<(?<name>\w+)>d__")]
    private static partial Regex StateMachine();
}
