using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookHost.Scripting;

/// <summary>An exception as a reader wants it: its message, and the way from the cell to the place, without plumbing.</summary>
static partial class ExceptionTrace
{
    const int MostLines = 100, MostFrames = 40, LastFrames = 10, MostCauses = 5;

    /// <summary>The reader's view of what a cell threw.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="sources">The texts of the cells.</param>
    /// <param name="cells">The compilation that an assembly came from; null when it is not a cell.</param>
    public static ErrorOutput Describe(Exception exception, CellSources sources, Func<Assembly, CSharpCompilation?> cells)
    {
        var lines = new List<string>();
        CellLocation? location = null;
        Tell(exception, "");
        exception = Unwrap(exception);
        return new ErrorOutput(TypeNames.Of(exception.GetType()), exception.Message ?? "", lines, location);

        void Tell(Exception wrapped, string heading)
        {
            var told = Unwrap(wrapped);
            lines.Add($"{heading}{TypeNames.Of(told.GetType())}: {told.Message}");
            // A wrapping says nothing of its own, but knows the way from there to the cell.
            var frames = Layers(wrapped).Reverse().SelectMany(Frames).ToList();
            var places = frames.ConvertAll(frame => PlaceOf(frame, sources));
            if (told is IndexOutOfRangeException && frames.Count > 0 && ThrowingMethod(told) is { } method && method == frames[0].GetMethod()
                && cells(method.Module.Assembly) is { } cell)
                places[0] = IndexPlace(frames[0], places[0], cell, sources);
            lines.AddRange(Shorten(frames.Zip(places, Describe).Where(line => line.Length > 0)));
            location ??= places.FirstOrDefault(place => place.Lines.Length == 1).Lines?[0];
            foreach (var cause in Causes(told).Take(MostCauses).TakeWhile(_ => lines.Count < MostLines))
                Tell(cause, "caused by ");
        }
    }

    /// <summary>What went wrong, without the wrapping that tells a reader nothing: a failed task's, or reflection's.</summary>
    public static Exception Unwrap(Exception exception) => Layers(exception).Last();

    /// <summary>Whether code of a cell had to do with it.</summary>
    public static bool IsFromCell(Exception exception) =>
        new StackTrace(exception).GetFrames().Any(IsInCell) || Causes(exception).Any(IsFromCell);

    static IEnumerable<Exception> Layers(Exception exception)
    {
        for (Exception? layer = exception; layer is not null;)
        {
            yield return layer;
            layer = layer switch
            {
                AggregateException { InnerExceptions: [var only] } => only,
                System.Reflection.TargetInvocationException { InnerException: { } inner } => inner,
                _ => null,
            };
        }
    }

    static IEnumerable<Exception> Causes(Exception exception) =>
        exception is AggregateException several ? several.InnerExceptions.AsEnumerable()
        : exception.InnerException is { } one ? [one] : [];

    // A recursion without end leaves thousands of frames, most of them the same.
    static List<string> Shorten(IEnumerable<string> frames)
    {
        var lines = new List<string>();
        var (last, repeated) = ("", 0);
        foreach (var frame in frames.Append(""))
        {
            if (frame == last)
            {
                repeated++;
                continue;
            }
            if (repeated > 0)
                lines.Add($"   … the same {repeated} more times");
            if (frame.Length > 0)
                lines.Add("   at " + frame);
            (last, repeated) = (frame, 0);
        }
        var tooMany = lines.Count - MostFrames;
        if (tooMany > 0)
        {
            lines.RemoveRange(MostFrames - LastFrames, tooMany);
            lines.Insert(MostFrames - LastFrames, $"   … {tooMany} more");
        }
        return lines;
    }

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
            || type.StartsWith("Internal.Runtime.", StringComparison.Ordinal)
            || type.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal)
            || type.StartsWith("System.Threading.ExecutionContext", StringComparison.Ordinal);
    }

    /// <summary>A cell or file, and the line where a frame stands in it; several when it can be any of them, none when it is unknown.</summary>
    readonly record struct Place(string Source, CellLocation[] Lines);

    static Place PlaceOf(StackFrame frame, CellSources sources) =>
        IsInCell(frame) && frame.GetFileName() is { } path && frame.GetFileLineNumber() is > 0 and var line
            ? PlaceIn(path, [line], sources)
            : new("", []);

    // Where an index was out of range in optimised code, the runtime's line is that of the function, if there is one at all.
    static Place IndexPlace(StackFrame frame, Place known, CSharpCompilation cell, CellSources sources)
    {
        var file = frame.GetFileName();
        var tree = file is null && cell.SyntaxTrees is [var only] ? only
            : cell.SyntaxTrees.FirstOrDefault(tree => file is not null && sources.NameOf(tree.FilePath) == sources.NameOf(file));
        var name = MethodName(frame);
        if (tree is null || frame.GetMethod() is not MethodInfo)        // a constructor
            return known;
        var function = name.EndsWith("()", StringComparison.Ordinal) ? name[..^2] : name.Length == 0 ? "" : null;
        var lines = ArrayAccesses.Lines(cell, tree, function, frame.GetFileLineNumber());
        return lines.Length == 0 ? known : PlaceIn(tree.FilePath, lines, sources);
    }

    // Behind the runtime's helper that throws for compiled code.
    static MethodBase? ThrowingMethod(Exception exception) => new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod())
        .FirstOrDefault(method => method?.DeclaringType?.Namespace != "Internal.Runtime.CompilerHelpers");

    // The column that the runtime knows counts the checkpoints in; a statement mostly begins its line.
    static Place PlaceIn(string path, int[] lines, CellSources sources)
    {
        var name = sources.NameOf(path);
        return new(sources.Shown(name), [.. lines.Select(line =>
        {
            var source = sources.Line(name, line);
            return new CellLocation(line, 1 + source.TakeWhile(char.IsWhiteSpace).Count(), source);
        })]);
    }

    static string Describe(StackFrame frame, Place place)
    {
        var name = MethodName(frame);
        if (place.Lines is not [.., var last])
            return name;
        var others = string.Join(", ", place.Lines[..^1].Select(line => line.Line));
        var where = $"{place.Source}, line {(others.Length == 0 ? "" : others + " or ")}{last.Line}";
        var source = others.Length == 0 ? last.SourceLine.Trim() : "";
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
