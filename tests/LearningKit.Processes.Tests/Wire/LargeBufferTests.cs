using System.Diagnostics;
using System.IO.Pipes;
using LearningKit.Processes.Tests.Worker;
using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes.Tests.Wire;

public sealed class LargeBufferTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(1)]
    [InlineData(256 * 1024)]
    [InlineData(ByteRing.Capacity - 1)]
    [InlineData(ByteRing.Capacity + 1)]
    [InlineData((3 * ByteRing.Capacity) + 17)]
    public async Task Arrays_OfAnySize_ComeBackAsTheyWent(int size)
    {
        await using var worker = TestDuties.Start();
        var sent = Bytes(size);
        for (var round = 0; round < 3; round++)
        {
            worker.Channel.Send(FrameKind.Call, 1, new(Array.Empty<byte>(), [sent], []));
            var received = new byte[size];
            worker.Channel.Receive()!.Value.Buffers.Read(received);
            Assert.True(sent.AsSpan().SequenceEqual(received));
        }
    }

    [Fact]
    public async Task Result_LargerThanAnyArray_Arrives()
    {
        const int Pieces = 9;
        await using var worker = TestDuties.Start();
        var piece = Bytes(1 << 28);
        var sending = Task.Run(() => worker.Channel.Send(FrameKind.Call, 1, new(Array.Empty<byte>(), [.. Enumerable.Repeat<ReadOnlyMemory<byte>>(piece, Pieces)], [])));
        var frame = worker.Channel.Receive()!.Value;
        await sending.WaitAsync(patience);
        Assert.Equal((long)Pieces << 28, frame.Buffers.Remaining);
        var received = new byte[1 << 28];
        for (var part = 0; part < Pieces; part++)
        {
            frame.Buffers.Read(received);
            Assert.True(piece.AsSpan().SequenceEqual(received));
        }
        Assert.Equal(0, frame.Buffers.Remaining);
    }

    [Theory]
    [InlineData(1 << 20)]
    [InlineData(64 << 20)]
    public async Task Worker_ThatDiesWhileMuchIsSentToIt_EndsTheSending(int size)
    {
        await using var worker = TestDuties.Start(new() { Name = "worker 1", Printed = _ => { } });
        Echo(worker, ByteRing.Capacity);   // the ring is there
        worker.Order("spin");
        var sending = Task.Run(() =>
        {
            while (true) worker.Channel.Send(FrameKind.Call, 1, new(Array.Empty<byte>(), [new byte[size]], []));
        });
        worker.Kill();
        await Assert.ThrowsAnyAsync<IOException>(() => sending.WaitAsync(patience));
        await worker.Ended.WaitAsync(patience);
    }

    [Fact]
    public async Task Worker_ThatDiesWhileItSendsMuch_EndsTheReading()
    {
        await using var worker = TestDuties.Start();
        Echo(worker, ByteRing.Capacity);
        var much = new byte[8 * ByteRing.Capacity];
        var sending = Task.Run(() => worker.Channel.Send(FrameKind.Call, 1, new(Array.Empty<byte>(), [much], [])));
        var frame = worker.Channel.Receive()!.Value;
        await sending.WaitAsync(patience);
        using (var process = Process.GetProcessById(worker.ProcessId)) process.Kill();
        await worker.Ended.WaitAsync(patience);
        Assert.Throws<EndOfStreamException>(() => frame.Buffers.Read(new byte[much.Length]));
        Assert.Null(worker.Channel.Receive());
    }

    [Fact]
    public async Task UnreadArrays_ArePassedOver()
    {
        await using var worker = TestDuties.Start();
        for (var round = 0; round < 3; round++)
        {
            worker.Channel.Send(FrameKind.Call, round, new(Array.Empty<byte>(), [new byte[1 << 20]], []));
            Assert.Equal(round, worker.Channel.Receive()!.Value.Id);
        }
    }

    [SkippableFact]
    public async Task Ring_LeavesNothingInTheFileSystem()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Elsewhere there is no ring.");
        var before = Directory.GetFileSystemEntries("/dev/shm");
        await using var worker = TestDuties.Start();
        Echo(worker, ByteRing.Capacity);
        Assert.Contains("memfd", File.ReadAllText($"/proc/{worker.ProcessId}/maps"));
        Assert.Empty(Directory.GetFileSystemEntries("/dev/shm").Except(before));
    }

    [SkippableFact]
    public async Task ReceiverThatCannotOpenTheRing_GetsArraysByTheStream()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Elsewhere there is no ring.");
        using var there = new AnonymousPipeServerStream(PipeDirection.Out);
        using var here = new AnonymousPipeClientStream(PipeDirection.In, there.ClientSafePipeHandle);
        var sent = Bytes(1 << 20);
        using var sender = new FrameChannel(Stream.Null, there);
        var sending = Task.Run(() => sender.Send(FrameKind.Call, 5, new(Array.Empty<byte>(), [sent], [])));

        // A receiver that takes no notice of the offer, as one that may not open it.
        var incoming = new ReadAhead(here);
        Span<byte> bytes = stackalloc byte[FrameHeader.Size];
        incoming.Fill(bytes);
        var offer = FrameHeader.Read(bytes);
        incoming.Take(offer.BodyLength);
        incoming.Fill(bytes);
        var frame = FrameHeader.Read(bytes);
        Assert.Equal((FrameKind.Ring, FrameKind.Call, false), (offer.Kind, frame.Kind, frame.ThroughRing));
        Assert.True(sent.AsSpan().SequenceEqual(incoming.Take(sent.Length)));
        sending.Wait(patience);
    }

    [Fact]
    public void Ring_ThatNobodyTold_IsRefused()
    {
        var stream = new MemoryStream();
        var header = new byte[FrameHeader.Size];
        new FrameHeader(FrameKind.Call, 0, 1, 0, 1 << 20, ThroughRing: true).Write(header);
        stream.Write(header);
        stream.Position = 0;
        using var receiver = new FrameChannel(stream, Stream.Null);
        Assert.Throws<WireFormatException>(() => receiver.Receive());
    }

    static void Echo(WorkerProcess worker, int size)
    {
        worker.Channel.Send(FrameKind.Call, 1, new(Array.Empty<byte>(), [new byte[size]], []));
        worker.Channel.Receive()!.Value.Buffers.Read(new byte[size]);
    }

    static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        Random.Shared.NextBytes(bytes);
        return bytes;
    }
}
