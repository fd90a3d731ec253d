using System.Text.Json.Nodes;
using System.Threading.Channels;
using NotebookHost.Jupyter.Wire;
using NotebookHost.Scripting;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>The requests of the shell socket, carried out in the order in which they came.</summary>
sealed class ShellRequests(
    CSharpEngine engine, FrontEnd frontEnd, CellExecution execution, History history, ControlRequests control)
{
    readonly Channel<(long Number, KernelMessage Request)> queue =
        Channel.CreateUnbounded<(long, KernelMessage)>(new UnboundedChannelOptions { SingleReader = true });
    long lastNumber, abortUpTo;

    /// <summary>A request has come in.</summary>
    public void Add(KernelMessage request) => queue.Writer.TryWrite((++lastNumber, request));

    /// <summary>No more requests are taken.</summary>
    public void Complete() => queue.Writer.TryComplete();

    /// <summary>Carries requests out until there are no more.</summary>
    /// <param name="drain">Waits until what has reached the process is in the queue.</param>
    public async Task RunAsync(Func<Task> drain)
    {
        await foreach (var (number, request) in queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            frontEnd.Status(request, "busy");
            if (await AnswerOrTellAsync(number, request).ConfigureAwait(false) is { } reply)
            {
                if (request.Type == "execute_request" && reply.Text("status") == "error" && request.Content.Flag("stop_on_error", otherwise: true))
                {
                    // Everything that was asked for while this cell ran builds on it.
                    await drain().ConfigureAwait(false);
                    abortUpTo = Interlocked.Read(ref lastNumber);
                }
                frontEnd.Reply(SocketKind.Shell, request, ReplyType(request.Type), reply);
            }
            frontEnd.Status(request, "idle");
            control.Finish(request);
        }
    }

    async Task<JsonObject?> AnswerOrTellAsync(long number, KernelMessage request)
    {
        try
        {
            return await AnswerAsync(number, request).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A request that trips over something in here must not end the session.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            return OutputContent.ErrorReply(ErrorOutput.Of(unexpected));
        }
    }

    static string ReplyType(string request) => request.Replace("_request", "_reply", StringComparison.Ordinal);

    // Null for what is not known, or needs no answer: a front end that is newer than this kernel may ask anything.
    async Task<JsonObject?> AnswerAsync(long number, KernelMessage request)
    {
        var content = request.Content;
        switch (request.Type)
        {
            case "execute_request":
                return number <= abortUpTo ? execution.Aborted() : await execution.RunAsync(request).ConfigureAwait(false);
            case "complete_request":
                return await CodeHelp.CompleteAsync(engine, content).ConfigureAwait(false);
            case "inspect_request":
                return await CodeHelp.InspectAsync(engine, content).ConfigureAwait(false);
            case "is_complete_request":
                return CodeHelp.IsComplete(content);
            case "history_request":
                return history.Reply(content);
            case "comm_info_request":
                return new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() };
            case "comm_open":
                // Nobody here speaks any comm's language, and whoever opens one has to hear of it.
                frontEnd.Broadcast(request, "comm_close", new JsonObject { ["comm_id"] = content.Text("comm_id"), ["data"] = new JsonObject() });
                return null;
            default:
                return control.Answer(request); // front ends may send these on either socket
        }
    }
}
