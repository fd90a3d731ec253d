using NetMQ;
using NetMQ.Sockets;

namespace NotebookHost.Jupyter.Wire;

/// <summary>
/// The five sockets of a kernel, served by one thread: what comes in is checked and handed on, what is to go out is queued
/// and leaves in that order. Handlers are called on that thread and return at once.
/// </summary>
sealed class KernelSockets : IDisposable
{
    const long LargestFrame = 64 << 20;
    static readonly TimeSpan linger = TimeSpan.FromSeconds(1);

    readonly RouterSocket shell = new(), control = new(), stdin = new();
    readonly PublisherSocket iopub = new();
    readonly ResponseSocket heartbeat = new();
    readonly NetMQQueue<Action> outgoing = new();
    readonly List<IpcRelay> relays = [];
    readonly NetMQPoller poller;
    readonly MessageReader reader;
    readonly Thread thread;
    readonly Lock gate = new();
    bool closed;

    /// <exception cref="KernelStartException">A port is taken.</exception>
    public KernelSockets(ConnectionInfo connection, MessageReader reader)
    {
        this.reader = reader;
        foreach (var socket in (NetMQSocket[])[shell, control, stdin, iopub, heartbeat])
        {
            socket.Options.Linger = linger;
            socket.Options.MaxMsgSize = LargestFrame;
            socket.Options.SendHighWatermark = socket.Options.ReceiveHighWatermark = 0; // nothing is silently dropped
        }
        shell.Options.RouterHandover = control.Options.RouterHandover = stdin.Options.RouterHandover = true;
        Bind(shell, connection, connection.ShellPort, "shell");
        Bind(control, connection, connection.ControlPort, "control");
        Bind(iopub, connection, connection.IOPubPort, "iopub");
        Bind(stdin, connection, connection.StdinPort, "stdin");
        Bind(heartbeat, connection, connection.HeartbeatPort, "heartbeat");
        poller = [shell, control, stdin, heartbeat, outgoing];
        thread = new Thread(() => poller.Run()) { IsBackground = true, Name = "sockets" };
    }

    /// <summary>Starts to listen.</summary>
    public void Start(Action<KernelMessage> onShell, Action<KernelMessage> onControl, Action<KernelMessage> onStdin)
    {
        shell.ReceiveReady += (_, _) => Receive(shell, onShell);
        control.ReceiveReady += (_, _) => Receive(control, onControl);
        stdin.ReceiveReady += (_, _) => Receive(stdin, onStdin);
        heartbeat.ReceiveReady += (_, _) => Echo();
        outgoing.ReceiveReady += (_, _) =>
        {
            while (outgoing.TryDequeue(out var action, TimeSpan.Zero))
                action();
        };
        drainShell = () => Receive(shell, onShell);
        thread.Start();
    }

    Action drainShell = () => { };

    /// <summary>Queues a message.</summary>
    public void Send(SocketKind kind, List<byte[]> frames)
    {
        NetMQSocket socket = kind switch
        {
            SocketKind.Shell => shell,
            SocketKind.Control => control,
            SocketKind.Stdin => stdin,
            _ => iopub,
        };
        Enqueue(() => socket.SendMultipartBytes(frames));
    }

    /// <summary>Waits until every request that has reached this process so far has been handed on.</summary>
    public Task DrainShellAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!Enqueue(() =>
        {
            drainShell();
            done.SetResult();
        }))
            done.SetResult();
        return done.Task;
    }

    // What background work of the cells still says after the end goes nowhere.
    bool Enqueue(Action action)
    {
        lock (gate)
        {
            if (!closed)
                outgoing.Enqueue(action);
            return !closed;
        }
    }

    /// <summary>Sends what is queued, then closes the sockets.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (thread.IsAlive)
                outgoing.Enqueue(poller.Stop);
            closed = true;
        }
        if (thread.IsAlive)
            thread.Join(linger);
        poller.Dispose();
        foreach (var socket in (NetMQSocket[])[shell, control, stdin, iopub, heartbeat])
            socket.Dispose();
        outgoing.Dispose();
        foreach (var relay in relays)
            relay.Dispose();
    }

    void Bind(NetMQSocket socket, ConnectionInfo connection, int port, string name)
    {
        try
        {
            if (connection.Transport == "tcp")
                socket.Bind($"tcp://{connection.Address}:{port}");
            else
                relays.Add(new IpcRelay($"{connection.Address}-{port}", socket.BindRandomPort("tcp://127.0.0.1")));
        }
        catch (Exception error) when (error is NetMQException or System.Net.Sockets.SocketException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new KernelStartException(
                $"The {name} socket can't be opened at {connection.Transport}://{connection.Address}, {port}: {error.Message}. Is another kernel using this connection file?");
        }
    }

    void Receive(NetMQSocket socket, Action<KernelMessage> handle)
    {
        List<byte[]> frames = [];
        while (socket.TryReceiveMultipartBytes(ref frames!))
            if (reader.Read(frames) is { } message)
                handle(message);
    }

    void Echo()
    {
        List<byte[]> frames = [];
        if (heartbeat.TryReceiveMultipartBytes(ref frames!))
            heartbeat.SendMultipartBytes(frames);
    }
}
