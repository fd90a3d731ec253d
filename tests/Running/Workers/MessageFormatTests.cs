using System.IO.Pipes;
using NotebookHost.Running.Workers;
using NotebookHost.Scripting;

namespace CourseTests.Running.Workers;

public sealed class MessageFormatTests
{
    static readonly MimeBundle Bundle = new(
        KeyValuePair.Create("text/html", "<b>çğıöşü İ 🍦</b>"), KeyValuePair.Create("application/json", "{\"a\":1}"));

    public static TheoryData<int> Each => [.. Enumerable.Range(0, Messages.Length)];

    static readonly WorkerMessage[] Messages =
    [
        new WorkerReady(), new RunCell(3, "var x = \"ş\";\n\tx"), new InterruptCell(7), new Finish(),
        new CellEnded(2, CellStatus.Interrupted, TimeSpan.FromMilliseconds(1234.5)),
        new CellEmitted(1, new StreamOutput(true, "line\r\n\0")),
        new CellEmitted(1, new DisplayOutput(Bundle, "id")), new CellEmitted(1, new DisplayUpdate(Bundle, "id")),
        new CellEmitted(1, new ResultOutput(new MimeBundle())),
        new CellEmitted(9, new ErrorOutput("E", "m", ["a", "b"], new CellLocation(1, 2, "x"))),
        new CellEmitted(9, new ErrorOutput("", "", [], null)),
    ];

    [Theory]
    [MemberData(nameof(Each))]
    public void Every_message_arrives_as_it_was_sent(int index)
    {
        var sent = Messages[index];

        var received = MessageFormat.Decode(MessageFormat.Encode(sent));

        Assert.Equivalent(sent, received, strict: true);
        Assert.Equal(sent.GetType(), received.GetType());
        if (sent is CellEmitted emitted)
            Assert.Equal(emitted.Output.GetType(), ((CellEmitted)received).Output.GetType());
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced_instead_of_breaking_the_channel()
    {
        var received = MessageFormat.Decode(MessageFormat.Encode(new CellEmitted(1, new StreamOutput(false, "a\uD83Cb"))));

        Assert.Equal("a\uFFFDb", ((StreamOutput)((CellEmitted)received).Output).Text);
    }

    [Fact]
    public async Task A_channel_that_closes_in_the_middle_of_a_message_has_ended()
    {
        await using var server = new AnonymousPipeServerStream(PipeDirection.Out);
        await using var client = new AnonymousPipeClientStream(PipeDirection.In, server.ClientSafePipeHandle);
        new MessageChannel(server).Send(new Finish());
        await server.WriteAsync(new byte[] { 100, 0, 0, 0, 1, 2, 3 }, TestContext.Current.CancellationToken);
        await server.DisposeAsync();

        var channel = new MessageChannel(client);

        Assert.IsType<Finish>(channel.Receive());
        Assert.Null(channel.Receive());
    }
}
