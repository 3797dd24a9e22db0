using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes.Tests.Wire;

public sealed class FrameChannelTests
{
    [Fact]
    public void Frame_RoundTrip_IsTheIdentity()
    {
        var frames = Gen.Choose(0, 200_000).Select(size => Bytes(size));
        var gen =
            from kind in Gen.Elements(Enum.GetValues<FrameKind>().Where(kind => kind != FrameKind.Ring))
            from id in ArbMap.Default.GeneratorFor<long>()
            from body in Gen.OneOf(frames, Gen.Choose(0, 100).Select(Bytes))
            from buffers in Gen.Choose(0, 70_000).Select(Bytes).ListOf()
            select (kind, id, body, buffers: buffers.Take(5).ToList());
        Prop.ForAll(gen.ListOf().ToArbitrary(), list =>
        {
            var frames = list.Take(6).ToList();
            var stream = new MemoryStream();
            using (var sender = new FrameChannel(Stream.Null, new Unclosed(stream)))
                foreach (var (kind, id, body, buffers) in frames)
                    sender.Send(kind, id, new(body, [.. buffers.Select(buffer => new ReadOnlyMemory<byte>(buffer))], []));
            stream.Position = 0;
            using var receiver = new FrameChannel(stream, Stream.Null);
            foreach (var (kind, id, body, buffers) in frames)
            {
                var frame = receiver.Receive()!.Value;
                Assert.Equal((kind, id), (frame.Kind, frame.Id));
                Assert.Equal(body, frame.Body.ToArray());
                Assert.Equal(buffers.Sum(buffer => buffer.Length), frame.Buffers.Remaining);
                if (id % 3 == 0) continue;   // what nobody reads is passed over
                foreach (var buffer in buffers)
                {
                    var read = new byte[buffer.Length];
                    frame.Buffers.Read(read);
                    Assert.Equal(buffer, read);
                }
                Assert.Throws<EndOfStreamException>(() => frame.Buffers.Read(new byte[1]));
            }
            Assert.Null(receiver.Receive());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [Fact]
    public void Stream_ThatIsCutAnywhere_EndsTheConnection()
    {
        var whole = Written();
        for (var length = 0; length < whole.Length; length++)
        {
            using var receiver = new FrameChannel(new MemoryStream(whole, 0, length), Stream.Null);
            Frame? last = null;
            while (receiver.Receive() is { } frame) last = frame;
            if (last is { Id: 2 } cut) Assert.Throws<EndOfStreamException>(() => cut.Buffers.Read(new byte[cut.Buffers.Remaining + 1]));
        }
    }

    [Fact]
    public void Nonsense_NeverHangs_AndTakesNoMemory()
    {
        var header = Written().AsSpan(0, FrameHeader.Size).ToArray();
        var gen =
            from bytes in Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()
            from damage in Gen.Choose(0, FrameHeader.Size - 1).ListOf()
            select (bytes, damage);
        Prop.ForAll(gen.ToArbitrary(), made =>
        {
            byte[] bytes = [.. header, .. made.bytes, .. made.bytes];
            for (var index = 0; index < made.damage.Count && index < made.bytes.Length; index++) bytes[made.damage[index]] = made.bytes[index];
            var before = GC.GetAllocatedBytesForCurrentThread();
            using var receiver = new FrameChannel(new MemoryStream(bytes), Stream.Null);
            try
            {
                while (receiver.Receive() is not null) { }
            }
            catch (WireFormatException) { }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Code_IsSentOnce()
    {
        var stream = new MemoryStream();
        using var sender = new FrameChannel(Stream.Null, stream);
        var code = new CodeUnit("Some, Version=1.0.0.0", new string('a', 64), Bytes(5000), Path: null);
        sender.Send(FrameKind.Function, 1, new(Bytes(10), [], [code]));
        var first = stream.Length;
        sender.Send(FrameKind.Function, 2, new(Bytes(10), [], [code]));
        Assert.InRange(first, 5000, 6000);
        Assert.InRange(stream.Length - first, 0, 100);
    }

    [Fact]
    public void Code_IsNotSentBackToWhereItCameFrom()
    {
        var (there, back) = (new MemoryStream(), new MemoryStream());
        var image = Bytes(5000);
        var code = new CodeUnit($"Some{Guid.NewGuid():N}, Version=1.0.0.0", Convert.ToHexStringLower(SHA256.HashData(image)), image, Path: null);
        using (var sender = new FrameChannel(Stream.Null, new Unclosed(there))) sender.Send(FrameKind.Function, 1, new(Bytes(10), [], [code]));
        there.Position = 0;
        using var receiver = new FrameChannel(there, back);
        receiver.Receive();
        receiver.Send(FrameKind.Result, 1, new(Bytes(10), [], [code]));
        Assert.InRange(back.Length, 0, 100);
    }

    [Fact]
    public void Send_ThroughAClosedChannel_Throws()
    {
        var sender = new FrameChannel(Stream.Null, new MemoryStream());
        sender.Dispose();
        Assert.Throws<IOException>(() => sender.Send(FrameKind.Call, 1));
    }

    static byte[] Written()
    {
        var stream = new MemoryStream();
        using var sender = new FrameChannel(Stream.Null, stream);
        sender.Send(FrameKind.Hello, 1, new("hello"u8.ToArray(), [], []));
        sender.Send(FrameKind.Call, 2, new("call"u8.ToArray(), [Bytes(100), Bytes(50)], []));
        return stream.ToArray();
    }

    static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new System.Random(size).NextBytes(bytes);
        return bytes;
    }

    /// <summary>What is left open when a channel over it is closed.</summary>
    sealed class Unclosed(MemoryStream stream) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => stream.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => stream.Write(buffer);
    }
}
