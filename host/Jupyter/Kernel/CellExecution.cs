using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Wire;
using NotebookHost.Scripting;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>Carries out execute requests, one after another.</summary>
sealed class CellExecution(CSharpEngine engine, FrontEnd frontEnd, RunningCell running, History history, InputRequests input)
{
    int count;

    /// <summary>Runs the cell of a request, shows what it shows, and returns the content of the reply.</summary>
    public async Task<JsonObject> RunAsync(KernelMessage request)
    {
        var content = request.Content;
        if (content.Text("code") is not { } code)
            return Failed(new ErrorOutput("BadRequest", "The execute_request has no text under 'code'.", [], null));

        var silent = content.Flag("silent", otherwise: false);
        var storeHistory = content.Flag("store_history", otherwise: !silent) && !silent;
        if (storeHistory)
            count++;
        if (!silent)
            frontEnd.Broadcast(request, "execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count });

        using var display = new CellDisplay(frontEnd, request, count) { IsSilent = silent };
        await RunAsync(request, code, display, silent ? "silent cell" : storeHistory ? $"cell [{count}]" : "unnumbered cell").ConfigureAwait(false);
        if (storeHistory)
            history.Add(count, code, display.Result?["text/plain"]);
        if (display.Error is { } error)
            return Failed(error);
        return new JsonObject
        {
            ["status"] = "ok",
            ["execution_count"] = count,
            ["payload"] = new JsonArray(),
            ["user_expressions"] = await ExpressionsAsync(request).ConfigureAwait(false),
        };
    }

    async Task RunAsync(KernelMessage request, string code, CellDisplay display, string name)
    {
        var interrupt = running.Begin(request);
        try
        {
            await engine.RunAsync(code, display.Show, name, input.For(request, interrupt.Token), interrupt.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the engine itself trips over belongs under the cell, not in a lost session.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            display.Show(ErrorOutput.Of(unexpected));
        }
        finally
        {
            running.End();
            display.End();
        }
    }

    async Task<JsonObject> ExpressionsAsync(KernelMessage request)
    {
        var values = new JsonObject();
        var expressions = request.Content["user_expressions"] as JsonObject ?? [];
        foreach (var (name, _) in expressions)
        {
            using var display = new CellDisplay(frontEnd, request, count) { IsSilent = true };
            await RunAsync(request, expressions.Text(name) ?? "", display, $"expression {name}").ConfigureAwait(false);
            values[name] = Value(display);
        }
        return values;
    }

    static JsonObject Value(CellDisplay display)
    {
        if (display.Error is { } error)
            return OutputContent.ErrorReply(error);
        return new JsonObject
        {
            ["status"] = "ok",
            ["data"] = OutputContent.Bundle(display.Result ?? MimeBundle.Of("text/plain", "")),
            ["metadata"] = new JsonObject(),
        };
    }

    JsonObject Failed(ErrorOutput error)
    {
        var reply = OutputContent.ErrorReply(error);
        reply["execution_count"] = count;
        return reply;
    }

    /// <summary>The reply to a request that is not carried out because one before it failed.</summary>
    public JsonObject Aborted() => new() { ["status"] = "aborted", ["execution_count"] = count };
}
