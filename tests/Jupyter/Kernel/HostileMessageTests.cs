using System.Text;
using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Wire;

namespace CourseTests.Jupyter.Kernel;

/// <summary>Anybody on the machine can connect to a kernel's ports; only who has the key is listened to.</summary>
public sealed class HostileMessageTests
{
    [Fact]
    public void A_wrong_signature_runs_nothing()
    {
        using var client = KernelClient.Start();
        var frames = client.Frames("execute_request", new JsonObject { ["code"] = "var stolen = 1;" });
        frames[1] = Encoding.ASCII.GetBytes(new string('0', 64));
        client.SendRaw(SocketKind.Shell, frames);
        frames[1] = [];
        client.SendRaw(SocketKind.Shell, frames);

        Assert.Equal("CompileError", client.Execute("stolen").Reply.Text("ename"));
        Assert.Equal(2, client.Session.Reader.Rejected(Rejection.Signature));
    }

    [Fact]
    public void A_message_that_is_sent_again_runs_once()
    {
        using var client = KernelClient.Start();
        client.Execute("var runs = 0;");
        var frames = client.Frames("execute_request", new JsonObject { ["code"] = "runs++;" });
        client.SendRaw(SocketKind.Shell, frames);
        client.SendRaw(SocketKind.Shell, frames);
        client.Receive(SocketKind.Shell);
        // Not before the reply: of two sockets the kernel may read either first.
        client.SendRaw(SocketKind.Control, frames);
        client.Send(SocketKind.Control, "kernel_info_request", []);
        Assert.Equal("kernel_info_reply", client.Receive(SocketKind.Control).Type);

        Assert.Equal("1", client.Execute("runs").Result);
        Assert.Equal(2, client.Session.Reader.Rejected(Rejection.Replayed));
    }

    [Fact]
    public void Malformed_messages_are_dropped_on_every_socket()
    {
        using var client = KernelClient.Start();
        byte[][][] bad =
        [
            [[]], [[1, 2, 3]], ["<IDS|MSG>"u8.ToArray()], [.. Enumerable.Repeat("x"u8.ToArray(), 2000)],
            [MessageReader.Delimiter, [], "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray()],
            [MessageReader.Delimiter, [], "nonsense"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray()],
        ];
        foreach (var frames in bad)
            foreach (var socket in (SocketKind[])[SocketKind.Shell, SocketKind.Control, SocketKind.Stdin])
                client.SendRaw(socket, frames);

        Assert.Equal("2", client.Execute("1 + 1").Result);
    }

    [Fact]
    public void An_oversized_message_costs_its_sender_the_connection_and_nobody_else()
    {
        using var client = KernelClient.Start();
        using (var stranger = new NetMQ.Sockets.DealerSocket($">tcp://127.0.0.1:{client.Connection.ShellPort}"))
        {
            stranger.Options.Linger = TimeSpan.Zero;
            NetMQ.OutgoingSocketExtensions.TrySendFrame(stranger, TimeSpan.FromSeconds(5), new byte[65 << 20], false);

            Assert.Equal("2", client.Execute("1 + 1").Result);
        }
        Assert.Equal("3", client.Execute("1 + 2").Result);
    }

    [Fact]
    public void Without_a_key_in_the_connection_file_nothing_is_signed()
    {
        using var client = KernelClient.Start(key: "");

        Assert.Equal("2", client.Execute("1 + 1").Result);
        Assert.Equal(0, client.Session.Reader.Rejected(Rejection.Signature));
    }
}
