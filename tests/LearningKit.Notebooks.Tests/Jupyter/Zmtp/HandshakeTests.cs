using LearningKit.Notebooks.Jupyter.Zmtp;

namespace LearningKit.Notebooks.Tests.Jupyter.Zmtp;

public sealed class HandshakeTests
{
    [Fact]
    public async Task Peer_ThatIntroducesItselfTooSlowly_LosesItsConnection()
    {
        await using var echo = new EchoSocket(new("tcp", "127.0.0.1", 0), new() { Handshake = TimeSpan.FromMilliseconds(1) }, _ => { });
        echo.Start();
        using var peer = await ZmtpClient.OpenAsync(echo.Address.Port);
        await peer.WaitForEndAsync();
        await Eventually.HoldsAsync(() => echo.Connections == 0);
    }

    [Theory]
    [InlineData("it speaks ZMTP 1", 10, 1)]
    [InlineData("it does not speak ZMTP", 0, 0)]
    [InlineData("another mechanism", 12, (byte)'P')]
    public async Task Greeting_OfAnotherKind_IsRefusedWithTheReason(string reason, int at, byte value)
    {
        var told = new List<string>();
        await using (var echo = new EchoSocket(new("tcp", "127.0.0.1", 0), new(), told.Add))
        {
            echo.Start();
            using var peer = await ZmtpClient.OpenAsync(echo.Address.Port);
            var greeting = ZmtpClient.Greeting();
            greeting[at] = value;
            await peer.Stream.WriteAsync(greeting);
            await peer.WaitForEndAsync();
        }
        Assert.Contains(reason, Assert.Single(told));
    }
}
