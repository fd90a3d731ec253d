using System.Text;
using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Wire;

namespace CourseTests.Jupyter.Wire;

public sealed class MessageReaderTests
{
    [Fact]
    public void A_signature_is_the_one_that_every_other_implementation_makes()
    {
        // Python: hmac.new(b"key", b"{}" * 4, hashlib.sha256).hexdigest()
        Assert.Equal("ca767b02c5bc061ed184a9a029e7f93a7f2f7ed4e8fe74120fc1212f0b008fa3",
            Encoding.ASCII.GetString(new MessageSigner("key").Sign([.. "{}"u8], [.. "{}"u8], [.. "{}"u8], [.. "{}"u8])));
    }

    [Fact]
    public void What_is_written_is_read_with_the_way_back_to_its_sender()
    {
        var signer = new MessageSigner("key");
        byte[][] identities = [[1, 0, 255], [7]];
        var frames = new MessageWriter(signer).Write(identities, "execute_request", null, new JsonObject { ["code"] = "ğ" });
        var message = new MessageReader(signer).Read([.. frames, [1, 2, 3]])!;

        Assert.Equal(("execute_request", "ğ"), (message.Type, message.Content.Text("code")));
        Assert.Equal(identities, message.Identities);
    }

    [Theory]
    [InlineData(2, "[]", "Json")]
    [InlineData(2, "{}", "Header")]
    [InlineData(2, """{"msg_type":"x"}""", "Header")]
    [InlineData(2, """{"msg_type":5,"msg_id":"1"}""", "Header")]
    [InlineData(3, "", "Json")]
    [InlineData(4, "null", "Json")]
    [InlineData(5, "{", "Json")]
    [InlineData(5, """{"a":1,"a":2}""", "Json")]
    [InlineData(0, "<IDS>", "Frames")]
    public void What_is_not_as_it_should_be_is_dropped_and_counted(int frame, string text, string reason)
    {
        var reader = new MessageReader(new MessageSigner(""));
        var frames = new MessageWriter(new MessageSigner("")).Write([], "x", null, []);
        frames[frame] = Encoding.UTF8.GetBytes(text);

        Assert.Null(reader.Read(frames));
        Assert.Equal(1, reader.Rejected(Enum.Parse<Rejection>(reason)));
    }

    [Fact]
    public void Json_that_is_nested_without_end_is_dropped()
    {
        var reader = new MessageReader(new MessageSigner(""));
        var frames = new MessageWriter(new MessageSigner("")).Write([], "x", null, []);
        frames[5] = Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 100_000));

        Assert.Null(reader.Read(frames));
    }

    [Fact]
    public void No_garbage_brings_the_reader_down()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("COURSE_FUZZ"), out var wanted) ? wanted : 20_000;
        var random = new Random(7);
        var reader = new MessageReader(new MessageSigner(""));
        var writer = new MessageWriter(new MessageSigner(""));
        for (var i = 0; i < rounds; i++)
        {
            var frames = writer.Write([[1]], "execute_request", "{}"u8.ToArray(), new JsonObject { ["code"] = "1", ["deep"] = new JsonArray(1, "ğ", null) });
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                Mutate(frames, random);
            if (reader.Read(frames) is { } message)
                Assert.NotEmpty(message.Type + message.Content.Text("code"));
        }
    }

    static void Mutate(List<byte[]> frames, Random random)
    {
        var at = random.Next(frames.Count);
        var frame = (byte[])frames[at].Clone();
        switch (random.Next(6))
        {
            case 0 when frames.Count > 1:
                frames.RemoveAt(at);
                return;
            case 1:
                frames.Insert(at, [.. MessageReader.Delimiter]);
                return;
            case 2:
                random.NextBytes(frame);
                break;
            case 3:
                frame = frame[..random.Next(frame.Length + 1)];
                break;
            case 4:
                frame = [.. frame, .. frame];
                break;
            default:
                if (frame.Length > 0)
                    frame[random.Next(frame.Length)] = (byte)random.Next(256);
                break;
        }
        frames[at] = frame;
    }
}
