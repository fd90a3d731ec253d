using NotebookHost.Running.Workers;
using NotebookHost.Scripting;

namespace CourseTests.Running.Workers;

public sealed class OutboxTests
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void Short_pieces_of_text_travel_together_and_the_order_holds()
    {
        using var stream = new MemoryStream();
        var outbox = new Outbox(new MessageChannel(stream));
        for (var i = 0; i < 10_000; i++)
            outbox.Add(new CellEmitted(1, new StreamOutput(false, $"{i}\n")));
        outbox.Add(new CellEmitted(1, new StreamOutput(true, "warning")));
        outbox.Add(new CellEmitted(2, new StreamOutput(true, "other cell")));
        outbox.Add(new Finish());
        Assert.True(outbox.Flush(Patience));

        var received = ReadAll(stream.ToArray());

        var text = string.Concat(received.OfType<CellEmitted>().Where(message => message.Output is StreamOutput { IsError: false })
            .Select(message => ((StreamOutput)message.Output).Text));
        Assert.Equal(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i}\n")), text);
        Assert.InRange(received.Count, 4, 9_000);
        Assert.Equal(
            [new CellEmitted(1, new StreamOutput(true, "warning")), new CellEmitted(2, new StreamOutput(true, "other cell")), new Finish()],
            received[^3..]);
    }

    [Fact]
    public void When_the_runner_is_gone_nobody_waits_for_it()
    {
        var stream = new MemoryStream();
        stream.Dispose();
        var outbox = new Outbox(new MessageChannel(stream));

        for (var i = 0; i < 5; i++)
            outbox.Add(new CellEmitted(1, new StreamOutput(false, new string('x', 1 << 20))));

        Assert.True(outbox.Flush(Patience));
    }

    static List<WorkerMessage> ReadAll(byte[] sent)
    {
        var channel = new MessageChannel(new MemoryStream(sent));
        var messages = new List<WorkerMessage>();
        while (channel.Receive() is { } message)
            messages.Add(message);
        return messages;
    }
}
