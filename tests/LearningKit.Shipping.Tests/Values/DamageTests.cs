using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace LearningKit.Shipping.Tests.Values;

/// <summary>Input that is damaged, or meant to do damage, yields another value or a <see cref="WireFormatException"/>; nothing else.</summary>
public sealed class DamageTests
{
    static readonly object lockObject = new();

    static readonly Parcel[] parcels =
    [
        .. new object?[]
        {
            1, "text ä", new string('x', 100), new[] { 1, 2, 3 }, new[] { "a", null, "b" }, new[,] { { 1, 2 }, { 3, 4 } }, new[,] { { "a" }, { "b" } },
            new List<double> { 1, 2 }, new List<(int, string)> { (1, "a") }, new Dictionary<string, int> { ["a"] = 1 }, new HashSet<Key> { new(1, "a"), new(2, "b") },
            new SortedDictionary<Key, int>(Comparer<Key>.Create((a, b) => a.Number - b.Number)) { [new(1, "a")] = 1, [new(2, "b")] = 2 },
            ImmutableList.Create(1, 2), ImmutableDictionary<string, int>.Empty.Add("a", 1), (1, "two", 3.0), new Memory<int>([1, 2, 3]), new Memory<string>(["a"]),
            (Func<int, int>)(x => x + parcels!.Length), (Action)Console.WriteLine + Console.Beep, typeof(List<int>), new InvalidOperationException("bad", new FormatException("worse")),
            new AggregateException(new ArgumentException("a", "b")), new Uri("http://localhost/"), new System.Text.RegularExpressions.Regex("a+"), DateTimeOffset.UnixEpoch, 1.5m,
            System.Numerics.BigInteger.Pow(3, 99), new object?[] { lockObject, lockObject, 1, 'x', null }, new PriorityQueue<string, int>([("a", 1), ("b", 0)]), new UriBuilder("http://localhost"),
            new System.Collections.BitArray(20, true), new LinkedList<int>([1, 2]), StringComparer.OrdinalIgnoreCase, new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 },
            Enumerable.Range(0, 3).GroupBy(x => 1).Single(), new[] { 1, 2 }.ToLookup(x => x), new byte[70_000], new Exception[] { new OperationCanceledException() },
        }.Select(Packer.Pack),
    ];

    [Fact]
    public void Parcel_CutAnywhere_IsRefused()
    {
        foreach (var parcel in parcels)
            for (var length = 0; length < parcel.Body.Length; length++)
                Assert.Throws<WireFormatException>(() => Unpacker.Unpack<object>(parcel.Body.Span[..length], new MemoryBuffers(parcel.Buffers)));
    }

    [Fact]
    public void Parcel_WithoutItsBuffers_IsRefused() => Assert.All(
        parcels.Where(parcel => parcel.Buffers.Length > 0),
        parcel => Assert.Throws<WireFormatException>(() => Unpacker.Unpack<object>(parcel.Body.Span, MemoryBuffers.None)));

    [Fact]
    public void Parcel_WithMoreBehind_IsRefused() => Assert.All(
        parcels, parcel => Assert.Throws<WireFormatException>(() => Unpacker.Unpack<object>([.. parcel.Body.Span, 0], new MemoryBuffers(parcel.Buffers))));

    [Fact]
    public void Parcel_WithAnyByteChanged_IsReadOrRefused()
    {
        foreach (var parcel in parcels)
            for (var i = 0; i < parcel.Body.Length; i++)
                foreach (var flip in (byte[])[1, 2, 0x20, 0x80, 0xFF])
                {
                    var body = parcel.Body.ToArray();
                    body[i] ^= flip;
                    IsReadOrRefused(body, parcel.Buffers);
                }
    }

    [Fact]
    public void Parcel_WithSomeBytesChanged_IsReadOrRefused()
    {
        var damage =
            from parcel in Gen.Elements(parcels)
            from places in Gen.Choose(4, 100_000).ListOf(6)
            from values in Gen.Choose(0, 255).ListOf(6)
            select (parcel, places, values);
        Prop.ForAll(damage.ToArbitrary(), sample =>
        {
            var body = sample.parcel.Body.ToArray();
            foreach (var (place, value) in sample.places.Zip(sample.values)) body[place % body.Length] = (byte)value;
            return IsReadOrRefused(body, sample.parcel.Buffers);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void RandomBytes_AfterTheMagic_AreReadOrRefused() => Prop.ForAll(
        Gen.Choose(0, 255).Select(value => (byte)(value % 5 == 0 ? value : value % 70)).ArrayOf(60).ToArbitrary(),
        bytes => IsReadOrRefused([.. "LKP\u0001"u8, .. bytes], [])).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    [Fact]
    public void Lengths_ThatNothingFollows_TakeNoMemory()
    {
        // object[1000] whose elements are each an object[] that claims as much as is left: each alone would be believed.
        var body = new List<byte>([.. "LKP\u0001"u8, WireFormat.FirstBuiltIn + 24, 0xE8, 0x07]);
        for (var i = 0; i < 1000; i++) body.AddRange([WireFormat.FirstBuiltIn + 24, 0xF0, 0x2E]);
        body.AddRange(new byte[3000]);
        Assert.Equal(typeof(object[]), WireFormat.BuiltInTypes[24]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<WireFormatException>(() => Unpacker.Unpack<object>([.. body], MemoryBuffers.None));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    static bool IsReadOrRefused(byte[] body, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        try
        {
            Unpacker.Unpack<object>(body, new MemoryBuffers(buffers));
        }
        catch (WireFormatException)
        {
        }
        return true;
    }

    public sealed record Key(int Number, string Text);
}
