using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Wire;
using NotebookHost.Scripting;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>A kernel from its start to its shutdown: an engine, and the sockets on which it is spoken to.</summary>
sealed class KernelSession : IDisposable
{
    static readonly TimeSpan interruptPatience = TimeSpan.FromSeconds(5);

    readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CSharpEngine engine;
    readonly KernelSockets sockets;
    readonly FrontEnd frontEnd;
    readonly RunningCell running;
    readonly InputRequests input;
    readonly ControlRequests control;
    readonly ShellRequests shell;

    /// <exception cref="KernelStartException">The sockets can't be opened.</exception>
    public KernelSession(ConnectionInfo connection, string workingDirectory)
    {
        engine = new CSharpEngine(workingDirectory);
        _ = engine.WarmUpAsync(); // while the front end connects
        var signer = new MessageSigner(connection.Key);
        Reader = new MessageReader(signer);
        sockets = new KernelSockets(connection, Reader);
        frontEnd = new FrontEnd(sockets.Send, new MessageWriter(signer));
        running = new RunningCell(interruptPatience, Report);
        input = new InputRequests(frontEnd);
        control = new ControlRequests(frontEnd, running, Stop);
        var history = new History();
        shell = new ShellRequests(engine, frontEnd, new CellExecution(engine, frontEnd, running, history, input), history, control);
    }

    /// <summary>Counts what was dropped.</summary>
    public MessageReader Reader { get; }

    /// <summary>Serves front ends until one of them, or <see cref="Stop"/>, ends the kernel.</summary>
    public async Task RunAsync()
    {
        sockets.Start(shell.Add, control.Handle, input.Answer);
        frontEnd.Status(null, "starting");
        await Task.WhenAny(shell.RunAsync(sockets.DrainShellAsync), stopped.Task).Unwrap().ConfigureAwait(false);
    }

    /// <summary>Stops the cell that runs; what it has set is kept.</summary>
    public void Interrupt() => running.Interrupt();

    /// <summary>Ends the kernel.</summary>
    public void Stop()
    {
        running.Interrupt();
        shell.Complete();
        stopped.TrySetResult();
    }

    void Report(KernelMessage request, string text) => frontEnd.Broadcast(request, "stream", new JsonObject { ["name"] = "stderr", ["text"] = text });

    public void Dispose()
    {
        sockets.Dispose();
        engine.Dispose();
    }
}
