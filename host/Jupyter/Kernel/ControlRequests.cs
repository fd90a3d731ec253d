using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Wire;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>Requests that are answered at once, whatever a cell is doing.</summary>
sealed class ControlRequests(FrontEnd frontEnd, RunningCell running, Action onShutdown)
{
    /// <summary>A request has come in on the control socket.</summary>
    public void Handle(KernelMessage request)
    {
        frontEnd.Status(request, "busy");
        var reply = Answer(request);
        if (reply is not null)
            frontEnd.Reply(SocketKind.Control, request, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), reply);
        frontEnd.Status(request, "idle");
        Finish(request);
    }

    /// <summary>Does what has to wait until the reply is on its way.</summary>
    public void Finish(KernelMessage request)
    {
        if (request.Type == "shutdown_request")
            onShutdown();
    }

    /// <summary>The content of the reply; null for what is not known.</summary>
    public JsonObject? Answer(KernelMessage request)
    {
        switch (request.Type)
        {
            case "kernel_info_request":
                return KernelInfo.Reply();
            case "interrupt_request":
                running.Interrupt();
                return new JsonObject { ["status"] = "ok" };
            case "shutdown_request":
                var content = new JsonObject { ["status"] = "ok", ["restart"] = request.Content.Flag("restart", otherwise: false) };
                frontEnd.Broadcast(request, "shutdown_reply", (JsonObject)content.DeepClone());
                return content;
            case "debug_request":
                return new JsonObject
                {
                    ["type"] = "response",
                    ["request_seq"] = request.Content.Number("seq") ?? 0,
                    ["success"] = false,
                    ["command"] = request.Content.Text("command") ?? "",
                    ["message"] = "This kernel has no debugger. Print with Console.WriteLine or look at values with Display().",
                };
            default:
                return null;
        }
    }
}
