using System.Text;
using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Wire;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>The way back to whoever is connected: replies, broadcasts, questions. From any thread.</summary>
sealed class FrontEnd(Action<SocketKind, List<byte[]>> send, MessageWriter writer)
{
    /// <summary>Answers a request, on the socket on which it came.</summary>
    public void Reply(SocketKind socket, KernelMessage request, string type, JsonObject content) =>
        send(socket, writer.Write(request.Identities, type, request.Header, content));

    /// <summary>Tells everybody something that belongs to a request.</summary>
    public void Broadcast(KernelMessage? request, string type, JsonObject content) =>
        send(SocketKind.IOPub, writer.Write([Encoding.ASCII.GetBytes(type)], type, request?.Header, content));

    /// <summary>Tells everybody what the kernel is doing: busy, idle, starting.</summary>
    public void Status(KernelMessage? request, string state) =>
        Broadcast(request, "status", new JsonObject { ["execution_state"] = state });

    /// <summary>Asks the front end that sent a request for a line.</summary>
    public void Ask(KernelMessage request, string prompt) =>
        send(SocketKind.Stdin, writer.Write(request.Identities, "input_request", request.Header,
            new JsonObject { ["prompt"] = prompt, ["password"] = false }));
}
