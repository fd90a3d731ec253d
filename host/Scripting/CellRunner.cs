using System.Diagnostics;
using System.Globalization;

namespace NotebookHost.Scripting;

/// <summary>One cell on its way through the engine: its parts one by one, until one fails.</summary>
sealed class CellRunner(CSharpEngine engine, string path, string code, OutputChannel channel, CancellationToken interrupt)
{
    readonly InterruptibleContext context = new(interrupt);
    readonly Stack<string> importing = new();

    public CellStatus Run()
    {
        var clock = Stopwatch.StartNew();
        var timed = false;
        try
        {
            engine.Sources.Add(path, code);
            var parts = CellText.Split(code);
            foreach (var part in parts)
            {
                if (part.Language == "time")
                    timed = true;
                else
                    RunPart(part, engine.WorkingDirectory, path, isLast: ReferenceEquals(part, parts[^1]));
            }
            return CellStatus.Succeeded;
        }
        catch (CellFailedException failure)
        {
            channel.Send(failure.Error);
            return CellStatus.Failed;
        }
        catch (CellDirectiveException error)
        {
            channel.Send(DirectiveError(error));
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
                break;
            default:
                throw new CellDirectiveException(
                    $"'#!{part.Language}' is not known here. Known are:\n{CellDirectives.Help}", part.Line);
        }
    }

    void RunCode(string text, string codePath, bool isLast)
    {
        var (submission, diagnostics) = engine.Chain.Compile(text, codePath);
        interrupt.ThrowIfCancellationRequested();
        if (submission is null)
            throw new CellFailedException(
                CompileErrors.Describe(diagnostics, engine.Sources, path, engine.References.Failures));

        Task<object?>? running = null;
        object? value;
        try
        {
            context.Run(() => running = engine.Chain.Start(submission));
            Task.WaitAny([running!], interrupt);
            value = running!.GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            interrupt.ThrowIfCancellationRequested();
            throw new CellFailedException(ExceptionTrace.Describe(error, engine.Sources));
        }
        if (submission.HasResult && importing.Count == 0)
        {
            // Formatting runs the value's own code (a lazy sequence, say), which may fail or never end as well.
            MimeBundle? bundle = null;
            context.Run(() => bundle = ValueFormatter.Format(value));
            if (isLast)
                channel.Send(new ResultOutput(bundle!));
            else
                Show(bundle!);
        }
    }

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
            {
                engine.Sources.Add(name, text);
                foreach (var inner in CellText.Split(text))
                    RunPart(inner, Path.GetDirectoryName(file)!, name, isLast: false);
            }
        }
        finally
        {
            importing.Pop();
        }
    }

    ErrorOutput DirectiveError(CellDirectiveException error)
    {
        var source = engine.Sources.Line(path, error.Line);
        return new ErrorOutput("DirectiveError", error.Message,
            [$"{path}, line {error.Line}: {error.Message}", .. source.Length > 0 ? ["    " + source] : Array.Empty<string>()],
            new CellLocation(error.Line, 1, source));
    }
}
