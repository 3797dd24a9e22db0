using FsCheck;
using FsCheck.Fluent;
using LearningKit.Notebooks.Jupyter.Zmtp;

namespace LearningKit.Notebooks.Tests.Jupyter.Zmtp;

/// <summary>Laws of framing, for any message and for any damage to it.</summary>
public sealed class FrameTests
{
    static readonly ZmtpLimits limits = new() { MessageSize = 1 << 20 };

    static readonly Gen<byte[]> body = Gen.OneOf(
        Gen.Choose(0, 300).Select(Bytes), Gen.Elements(0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 200_000).Select(Bytes));

    static readonly Gen<byte[][]> message = body.NonEmptyListOf()
        .Select(frames => frames.Take(8).ToArray()).Where(frames => frames.Sum(frame => frame.Length) < 1 << 20);

    [Fact]
    public void Message_WrittenAndRead_IsTheSame() => Prop.ForAll(message.ToArbitrary(), frames =>
    {
        var bytes = FrameWriter.Message([.. frames.Select(frame => (ReadOnlyMemory<byte>)frame)]);
        var (read, fault) = ReadAll(bytes);
        return fault is EndOfStreamException
            && read.Count == frames.Length
            && read.Zip(frames).All(pair => pair.First.Body.AsSpan().SequenceEqual(pair.Second))
            && read.SkipLast(1).All(frame => frame.HasMore) && !read[^1].HasMore;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Message_CutAnywhere_GivesTheWholeFramesAndTheEnd() => Prop.ForAll(
        (from frames in message from cut in Gen.Choose(0, 1 << 20) select (frames, cut)).ToArbitrary(), sample =>
    {
        var bytes = FrameWriter.Message([.. sample.frames.Select(frame => (ReadOnlyMemory<byte>)frame)]);
        var (read, fault) = ReadAll(bytes[..(sample.cut % bytes.Length)]);
        return fault is EndOfStreamException && read.Count < sample.frames.Length
            && read.Zip(sample.frames).All(pair => pair.First.Body.AsSpan().SequenceEqual(pair.Second));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_OfAnyKind_AreReadOrRefusedAndHeldWithinTheLimit() => Prop.ForAll(
        (from length in Gen.Choose(0, 2000) from seed in Gen.Choose(0, int.MaxValue) select Random(length, seed)).ToArbitrary(), bytes =>
    {
        var budget = new ByteBudget(long.MaxValue);
        var reader = new FrameReader(new MemoryStream(bytes), limits, budget);
        var fault = Drain(reader, []);
        return fault is EndOfStreamException or ZmtpException && budget.Taken <= limits.MessageSize;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(new byte[] { 0x02, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF }, "announced")]
    [InlineData(new byte[] { 0x02, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF }, "announced")]
    [InlineData(new byte[] { 0x02, 0, 0, 0, 0, 0, 0x10, 0, 1 }, "announced")]
    [InlineData(new byte[] { 0x08, 0 }, "unknown flags")]
    [InlineData(new byte[] { 0x05, 0 }, "several frames")]
    public void Frame_Malformed_IsRefusedWithTheReason(byte[] bytes, string reason) =>
        Assert.Contains(reason, Assert.IsType<ZmtpException>(ReadAll(bytes).Fault).Message);

    [Fact]
    public void Frame_ThatClaimsMuchAndSendsLittle_HoldsLittle()
    {
        var budget = new ByteBudget(long.MaxValue);
        byte[] bytes = [0x02, 0, 0, 0, 0, 0, 0x10, 0, 0, .. new byte[70_000]];
        Assert.IsType<EndOfStreamException>(Drain(new(new MemoryStream(bytes), limits, budget), []));
        Assert.InRange(budget.Taken, 1, 70_000);
    }

    [Fact]
    public void Frames_TogetherAboveTheLimit_AreRefused()
    {
        var half = new byte[600_000];
        var (read, fault) = ReadAll(FrameWriter.Message(half, half));
        Assert.Single(read);
        Assert.IsType<ZmtpException>(fault);
    }

    [Fact]
    public void Frames_OfAllPeersAboveTheirLimit_AreRefused()
    {
        var budget = new ByteBudget(300_000);
        Assert.IsType<EndOfStreamException>(Drain(new(new MemoryStream(FrameWriter.Message(new byte[200_000])), limits, budget), []));
        Assert.IsType<ZmtpException>(Drain(new(new MemoryStream(FrameWriter.Message(new byte[300_000])), limits, budget), []));
        Assert.IsType<EndOfStreamException>(Drain(new(new MemoryStream(FrameWriter.Message(new byte[60_000])), limits, budget), []));
    }

    static (List<Frame> Read, Exception Fault) ReadAll(byte[] bytes)
    {
        var read = new List<Frame>();
        return (read, Drain(new(new MemoryStream(bytes), limits, new(long.MaxValue)), read));
    }

    static Exception Drain(FrameReader reader, List<Frame> into)
    {
        try
        {
            // The stream is in memory, so every read is complete at once.
            while (true) into.Add(reader.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult());
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    static byte[] Bytes(int length) => Random(length, length);

    static byte[] Random(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
