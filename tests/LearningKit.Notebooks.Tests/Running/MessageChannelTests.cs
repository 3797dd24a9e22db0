using System.Text;
using System.Text.Json.Nodes;
using LearningKit.Notebooks.Running;

namespace LearningKit.Notebooks.Tests.Running;

public sealed class MessageChannelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Messages_CutAnywhere_ArriveWhole(int piece)
    {
        string[] texts = ["", "short", "line\nend\u001e\"\\é\ud83d\ude00", new('x', 70_000), "last"];
        var read = Read(Written(texts), piece, out var printed);
        Assert.Equal(texts, read);
        Assert.Empty(printed);
    }

    [Fact]
    public void HalfASurrogatePair_IsReplaced_NotRefused() => Assert.Equal(["a\ufffd"], Read(Written("a\ud83d"), 10, out _));

    [Fact]
    public void Text_BetweenMessages_IsHandedOn()
    {
        byte[] bytes = [.. "before\nhalf"u8, .. Written("one"), .. Written("two"), .. "after"u8];
        Assert.Equal(["one", "two"], Read(bytes, 3, out var printed));
        Assert.Equal("before\nhalfafter", printed);
    }

    [Fact]
    public void Output_OfEveryKind_ComesBackAsItWent()
    {
        var data = new MimeBundle { [MimeBundle.Html] = "<b>", [MimeBundle.Json] = new JsonObject { ["deep"] = new JsonArray(1, 2.5, null) } };
        CellOutput[] outputs =
        [
            new StreamOutput(StreamOutput.Error, "x"), new DisplayOutput(data, "id"), new DisplayOutput(data), new UpdateOutput(data, "id"),
            new ResultOutput(data, 3), new ErrorOutput("name", "message", ["one", "two"]), new ClearOutput(Wait: true),
        ];
        foreach (var output in outputs)
        {
            var message = WorkerMessage.Output(5, output);
            var copy = WorkerMessage.Output(5, WorkerMessage.ReadOutput(JsonNode.Parse(message.ToJsonString())!.AsObject()));
            Assert.Equal(message.ToJsonString(), copy.ToJsonString());
        }
    }

    static byte[] Written(params string[] texts)
    {
        using var bytes = new MemoryStream();
        var channel = new MessageChannel(Stream.Null, bytes);
        foreach (var text in texts) channel.Send(new() { ["text"] = text });
        return bytes.ToArray();
    }

    static List<string> Read(byte[] bytes, int piece, out string printed)
    {
        var text = new StringBuilder();
        var channel = new MessageChannel(new Pieces(bytes, piece), Stream.Null);
        var read = new List<string>();
        while (channel.Read(part => text.Append(part)) is { } message) read.Add((string)message["text"]!);
        printed = text.ToString();
        return read;
    }

    /// <summary>Gives a few bytes at a time, as a pipe may.</summary>
    sealed class Pieces(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
