using System.Diagnostics;
using System.Globalization;

namespace NotebookHost.Scripting;

/// <summary>One cell on its way through the engine: its parts one by one, until one fails.</summary>
sealed class CellRunner(CSharpEngine engine, string path, string code, OutputChannel channel, CancellationToken interrupt)
{
    readonly InterruptibleContext context = new(interrupt);
    readonly Stack<string> importing = new();
    bool timed;

    public CellStatus Run()
    {
        var clock = Stopwatch.StartNew();
        try
        {
            RunText(path, code, engine.WorkingDirectory);
            return CellStatus.Succeeded;
        }
        catch (CellFailedException failure)
        {
            channel.Send(failure.Error);
            return CellStatus.Failed;
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            const string message = "The cell was interrupted. What it had set so far is kept.";
            channel.Send(new ErrorOutput("Interrupted", message, [message], Location: null));
            return CellStatus.Interrupted;
        }
        finally
        {
            if (timed)
                channel.Write(string.Create(CultureInfo.InvariantCulture, $"Wall time: {clock.Elapsed.TotalMilliseconds:0.0} ms\n"), isError: false);
        }
    }

    // The text of the cell, or of a file that it imports.
    void RunText(string name, string text, string folder)
    {
        engine.Sources.Add(name, text);
        try
        {
            var parts = CellText.Split(text);
            foreach (var part in parts)
                RunPart(part, folder, name, isLast: importing.Count == 0 && ReferenceEquals(part, parts[^1]));
        }
        catch (CellDirectiveException error)
        {
            throw new CellFailedException(DirectiveError(error, name));
        }
    }

    void RunPart(CellPart part, string folder, string partPath, bool isLast)
    {
        switch (part.Language)
        {
            case "csharp":
                RunCode(part.Text, partPath, isLast);
                break;
            case "markdown":
                Show(new MimeBundle(KeyValuePair.Create("text/markdown", part.Text), KeyValuePair.Create("text/plain", part.Text)));
                break;
            case "html":
                Show(MimeBundle.Of("text/html", part.Text));
                break;
            case "import":
                Import(part, folder);
                break;
            case "lsmagic":
                channel.Write(CellDirectives.Help, isError: false);
                break;
            case "time":
                timed |= importing.Count == 0;
                break;
            default:
                throw new CellDirectiveException(
                    $"'#!{part.Language}' is not known here. Known are:\n{CellDirectives.Help}", part.Line);
        }
    }

    void RunCode(string text, string codePath, bool isLast)
    {
        var (submission, diagnostics) = engine.Chain.Compile(text, codePath, interrupt);
        interrupt.ThrowIfCancellationRequested();
        if (submission is null)
            throw new CellFailedException(
                CompileErrors.Describe(diagnostics, engine.Sources, path, engine.References.Failures));

        Task<object?>? running = null;
        MimeBundle? result = null;
        try
        {
            context.Run(() => running = engine.Chain.Start(submission));
            Task.WaitAny([running!], interrupt);
            var value = running!.GetAwaiter().GetResult();
            // Formatting runs the value's own code (a lazy sequence, say), which may fail or never end as well.
            if (IsResult(submission, value))
                context.Run(() => result = ValueFormatter.Format(value));
        }
        catch (Exception error)
        {
            interrupt.ThrowIfCancellationRequested();
            throw new CellFailedException(ExceptionTrace.Describe(error, engine.Sources, engine.Chain.CompilationOf));
        }
        if (result is not null && isLast)
            channel.Send(new ResultOutput(result));
        else if (result is not null)
            Show(result);
    }

    // A value may also come from a return; what Display() gives back is on show already.
    bool IsResult(Submission submission, object? value) =>
        importing.Count == 0 && (submission.HasResult || value is not null) && value is not Display.DisplayedValue;

    void Show(MimeBundle bundle) => channel.Send(new DisplayOutput(bundle, Display.DisplayedValue.NextId()));

    void Import(CellPart part, string folder)
    {
        var file = ImportedFile.Find(part, folder);
        if (importing.Contains(file))
            throw new CellDirectiveException($"'{part.Text}' imports itself, directly or by way of another file.", part.Line);
        importing.Push(file);
        try
        {
            foreach (var (name, text) in ImportedFile.Read(file, part.Line))
                RunText(name, text, Path.GetDirectoryName(file)!);
        }
        finally
        {
            importing.Pop();
        }
    }

    ErrorOutput DirectiveError(CellDirectiveException error, string name)
    {
        var source = engine.Sources.Line(name, error.Line);
        return new ErrorOutput("DirectiveError", error.Message,
            [$"{engine.Sources.Shown(name)}, line {error.Line}: {error.Message}", .. source.Length > 0 ? ["    " + source] : Array.Empty<string>()],
            name == path ? new CellLocation(error.Line, 1, source) : null);
    }
}
