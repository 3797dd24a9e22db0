using System.Runtime.InteropServices;

namespace LearningKit.Shipping.Tests.Values;

public sealed class LargeTests
{
    [Theory]
    [InlineData(WireFormat.BufferThreshold - 1, 0)]
    [InlineData(WireFormat.BufferThreshold, 1)]
    public void Array_FromTheThresholdOn_IsAViewBesideTheBody(int length, int buffers)
    {
        var array = new byte[length];
        var parcel = Packer.Pack(array);
        Assert.Equal(buffers, parcel.Buffers.Length);
        array[^1] = 7;
        Assert.Equal(buffers == 1 ? 7 : 0, Travel.Arrive<byte[]>(parcel)[^1]);
    }

    [Fact]
    public void Arrays_OfAnyUnmanagedElementAndRank_AreViews()
    {
        var sent = (new Pixel[100, 100, 3], new List<double>(Enumerable.Repeat(1.5, 10_000)), new decimal[5000].AsMemory(10), new[] { new long[10_000] });
        sent.Item1[99, 99, 2] = new(1, 2, 3);
        sent.Item4[0][5] = 5;
        var parcel = Packer.Pack(sent);
        Assert.Equal(4, parcel.Buffers.Length);
        var arrived = Travel.Arrive<(Pixel[,,], List<double>, Memory<decimal>, long[][])>(parcel);
        Assert.Equal(new(1, 2, 3), arrived.Item1[99, 99, 2]);
        Assert.Equal(sent.Item2, arrived.Item2);
        Assert.Equal(4990, arrived.Item3.Length);
        Assert.Equal(sent.Item4[0], arrived.Item4[0]);
    }

    [Fact]
    public void Buffer_ThatIsPinned_IsThePlaceOfTheArray()
    {
        var array = new int[100_000];
        using var pin = Packer.Pack(array).Buffers[0].Pin();
        unsafe
        {
            ((int*)pin.Pointer)[5] = 42;
        }
        Assert.Equal(42, array[5]);
    }

    [SkippableFact]
    public void Array_OfMoreThanTwoGigabytes_TravelsInPieces()
    {
        Skip.If(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < 7L << 30, "Needs room for two arrays of 2.2 GB, though it touches little of them.");
        var array = GC.AllocateUninitializedArray<long>(280_000_000);
        (array[0], array[200_000_000], array[^1]) = (1, 2, 3);
        var parcel = Packer.Pack(array);
        Assert.Equal([1 << 30, 1 << 30, (280_000_000L * 8) - (1L << 31)], parcel.Buffers.Select(buffer => (long)buffer.Length));
        Assert.Equal(280_000_000L * 8, parcel.Size - parcel.Body.Length);
        var arrived = Unpacker.Unpack<long[]>(parcel.Body.Span, new Touching(parcel.Buffers));
        Assert.Equal((1, 2, 3), (arrived[0], arrived[200_000_000], arrived[^1]));
    }

    readonly record struct Pixel(byte Red, byte Green, byte Blue);

    /// <summary>Copies what is not zero: pages that nobody wrote take no memory.</summary>
    sealed class Touching(IReadOnlyList<ReadOnlyMemory<byte>> buffers) : IBufferSource
    {
        int next;

        public long Remaining => buffers.Skip(next).Sum(buffer => (long)buffer.Length);

        public void Read(Span<byte> destination)
        {
            var from = MemoryMarshal.Cast<byte, long>(buffers[next++].Span);
            var to = MemoryMarshal.Cast<byte, long>(destination);
            Assert.Equal(from.Length, to.Length);
            for (var i = 0; i < from.Length; i++)
                if (from[i] != 0) to[i] = from[i];
        }
    }
}
