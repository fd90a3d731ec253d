using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;
using NotebookHost.Jupyter.Kernel;
using NotebookHost.Jupyter.Wire;

namespace CourseTests.Jupyter;

/// <summary>A message as a front end sees it.</summary>
sealed record Received(string Type, string? Parent, JsonObject Content, JsonObject Header)
{
    public string? Text(string field) => Content[field]?.ToString();
}

/// <summary>What came of a cell: the reply, and everything that was broadcast between busy and idle.</summary>
sealed record Executed(Received Reply, IReadOnlyList<Received> Broadcasts)
{
    public string Status => Reply.Text("status")!;

    public IEnumerable<string> Types => Broadcasts.Select(message => message.Type);

    public string Printed => string.Concat(Broadcasts.Where(message => message.Type == "stream").Select(message => message.Text("text")));

    public string? Result => Broadcasts.LastOrDefault(message => message.Type == "execute_result")?.Content["data"]?["text/plain"]?.ToString();
}

/// <summary>A kernel in this process and the sockets of a front end that talks to it.</summary>
sealed class KernelClient : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly DealerSocket shell = new(), control = new(), stdin = new();
    readonly SubscriberSocket iopub = new();
    readonly RequestSocket heartbeat = new();
    readonly MessageSigner signer;
    readonly MessageWriter writer;
    readonly Task running;

    KernelClient(string key)
    {
        Connection = FreeConnection(key);
        signer = new MessageSigner(key);
        writer = new MessageWriter(signer);
        Folder = new TemporaryFolder();
        Session = new KernelSession(Connection, Folder.Path);
        running = Task.Run(Session.RunAsync);
        var identity = Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N"));
        shell.Options.Identity = control.Options.Identity = stdin.Options.Identity = identity;
        foreach (var socket in (NetMQSocket[])[shell, control, stdin, iopub, heartbeat])
            socket.Options.Linger = TimeSpan.Zero;
        shell.Connect($"tcp://127.0.0.1:{Connection.ShellPort}");
        control.Connect($"tcp://127.0.0.1:{Connection.ControlPort}");
        stdin.Connect($"tcp://127.0.0.1:{Connection.StdinPort}");
        heartbeat.Connect($"tcp://127.0.0.1:{Connection.HeartbeatPort}");
        iopub.Connect($"tcp://127.0.0.1:{Connection.IOPubPort}");
        iopub.SubscribeToAnyTopic();
    }

    public ConnectionInfo Connection { get; }

    public KernelSession Session { get; }

    public TemporaryFolder Folder { get; }

    public Task Ended => running;

    /// <summary>A kernel that answers, and whose broadcasts arrive.</summary>
    public static KernelClient Start(string key = "secret")
    {
        var client = new KernelClient(key);
        // A subscription takes a moment; until then broadcasts are lost.
        for (var tries = 0; tries < 200; tries++)
        {
            var id = client.Send(SocketKind.Shell, "kernel_info_request", []);
            client.Receive(SocketKind.Shell);
            if (!client.TryBroadcast(TimeSpan.FromMilliseconds(100), out var first))
                continue;
            while (first!.Parent != id || first.Text("execution_state") != "idle")
                first = client.Broadcast();
            return client;
        }
        throw new InvalidOperationException("Nothing is broadcast.");
    }

    static ConnectionInfo FreeConnection(string key)
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return new ConnectionInfo("tcp", "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], key);
    }

    /// <summary>Sends a message; its id comes back.</summary>
    public string Send(SocketKind kind, string type, JsonObject content)
    {
        var frames = Frames(type, content);
        SendRaw(kind, frames);
        return JsonNode.Parse(frames[2])!["msg_id"]!.ToString();
    }

    /// <summary>The frames of a message, signed: delimiter, signature, header, parent, metadata, content.</summary>
    public List<byte[]> Frames(string type, JsonObject content) => writer.Write([], type, null, content);

    public void SendRaw(SocketKind kind, IEnumerable<byte[]> frames) => Socket(kind).SendMultipartBytes(frames);

    public Received Receive(SocketKind kind) =>
        TryReceive(Socket(kind), Patience, out var message) ? message! : throw new TimeoutException($"Nothing came on {kind}.");

    public bool IsQuiet(SocketKind kind, TimeSpan time) => !TryReceive(Socket(kind), time, out _);

    public Received Broadcast() => Receive(SocketKind.IOPub);

    public bool TryBroadcast(TimeSpan time, out Received? message) => TryReceive(iopub, time, out message);

    /// <summary>Sends a request to the shell and waits for its reply.</summary>
    public Received Ask(string type, JsonObject content)
    {
        var id = Send(SocketKind.Shell, type, content);
        var reply = Receive(SocketKind.Shell);
        Assert.Equal(id, reply.Parent);
        return reply;
    }

    /// <summary>Runs a cell to its end.</summary>
    public Executed Execute(string code, JsonObject? more = null) => Finish(SendCell(code, more));

    public string SendCell(string code, JsonObject? more = null)
    {
        more ??= [];
        more["code"] = code;
        return Send(SocketKind.Shell, "execute_request", more);
    }

    /// <summary>Waits for the end of the cell that was sent as <paramref name="id"/>.</summary>
    public Executed Finish(string id)
    {
        var broadcasts = new List<Received>();
        do
        {
            var message = Broadcast();
            if (message.Parent == id)
                broadcasts.Add(message);
        }
        while (broadcasts is not [.., { Type: "status" } last] || last.Text("execution_state") != "idle");
        Received reply;
        do
            reply = Receive(SocketKind.Shell);
        while (reply.Parent != id);
        return new Executed(reply, broadcasts);
    }

    /// <summary>Waits for a broadcast of a type.</summary>
    public Received Await(string type)
    {
        while (true)
            if (Broadcast() is var message && message.Type == type)
                return message;
    }

    public string Heartbeat(string ping)
    {
        heartbeat.SendFrame(ping);
        return heartbeat.TryReceiveFrameString(Patience, out var pong) ? pong! : throw new TimeoutException("The heart does not beat.");
    }

    NetMQSocket Socket(SocketKind kind) => kind switch
    {
        SocketKind.Shell => shell,
        SocketKind.Control => control,
        SocketKind.Stdin => stdin,
        _ => iopub,
    };

    bool TryReceive(NetMQSocket socket, TimeSpan time, out Received? message)
    {
        message = null;
        List<byte[]>? frames = null;
        if (!socket.TryReceiveMultipartBytes(time, ref frames!))
            return false;
        var at = frames.FindIndex(frame => frame.AsSpan().SequenceEqual(MessageReader.Delimiter));
        Assert.Equal(Encoding.ASCII.GetString(signer.Sign(frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5])), Encoding.ASCII.GetString(frames[at + 1]));
        var header = (JsonObject)JsonNode.Parse(frames[at + 2])!;
        message = new Received(header["msg_type"]!.ToString(), JsonNode.Parse(frames[at + 3])!["msg_id"]?.ToString(),
            (JsonObject)JsonNode.Parse(frames[at + 5])!, header);
        return true;
    }

    public void Dispose()
    {
        Session.Stop();
        foreach (var socket in (NetMQSocket[])[shell, control, stdin, iopub, heartbeat])
            socket.Dispose();
        Session.Dispose();
        Folder.Dispose();
    }
}
