using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LearningKit.Notebooks.Jupyter.Zmtp;

namespace LearningKit.Notebooks.Tests.Jupyter.Zmtp;

public sealed class CommandTests
{
    [Fact]
    public void Ready_WrittenAndRead_HasItsProperties()
    {
        var ready = Command.Read(Command.Ready(("Socket-Type", "DEALER"u8.ToArray()), ("Identity", [1, 2])).Write());
        Assert.Equal("READY", ready.Name);
        var properties = ready.ReadProperties();
        Assert.Equal("DEALER", Encoding.ASCII.GetString(properties["socket-type"].Span));
        Assert.Equal([1, 2], properties["IDENTITY"].ToArray());
    }

    [Fact]
    public void Ping_Answered_GivesItsContextBack()
    {
        var pong = new Command("PING", (byte[])[0, 10, 7, 8, 9]).Pong();
        Assert.Equal("PONG", pong.Name);
        Assert.Equal([7, 8, 9], pong.Data.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    public void Ping_WithoutTimeOrWithLongContext_IsRefused(int length) =>
        Assert.Throws<ZmtpException>(() => new Command("PING", new byte[length]).Pong());

    [Fact]
    public void Bytes_OfAnyKind_AreReadOrRefused() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        try
        {
            var command = Command.Read(bytes);
            return command.Write().AsSpan().SequenceEqual(bytes) && command.ReadProperties().Count >= 0;
        }
        catch (ZmtpException)
        {
            return true;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Properties_CutAnywhere_AreReadOrRefused()
    {
        var body = Command.Ready(("Socket-Type", "DEALER"u8.ToArray()), ("Identity", new byte[300])).Write();
        for (var length = 6; length < body.Length; length++)
        {
            var cut = Command.Read(body.AsMemory(0, length));
            if (length is 6 or 28) Assert.InRange(cut.ReadProperties().Count, 0, 1);
            else Assert.Throws<ZmtpException>(() => cut.ReadProperties());
        }
    }
}
