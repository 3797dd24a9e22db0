using System.Numerics;

namespace LearningKit.Shipping.Tests.Values;

public sealed class ValueTests
{
    public static TheoryData<object?> Values =>
    [
        null, true, (byte)1, (sbyte)-1, (short)-2, (ushort)2, -3, 3u, -4L, 4UL, 'x', 1.5f, double.NaN, -0.0, "", "text", "umlaut ä 😀", "half \ud800 pair",
        new string('x', 63), new string('x', 64), new string('ä', 1000), new string('\ud800', 1000), DayOfWeek.Friday, 1.10m, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), TimeSpan.FromTicks(1), Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
        (Half)1.5, Int128.MinValue, UInt128.MaxValue, BigInteger.Pow(7, 100), -BigInteger.One, new DateOnly(2026, 1, 2), new TimeOnly(1, 2, 3), new Complex(1, 2),
        new Point(1, 2), new Named("a", [1, 2]), (1, "two"), Tuple.Create(1, "two"), (1, 2, 3, 4, 5, 6, 7, "8", 9), KeyValuePair.Create("k", 1), typeof(int), typeof(Dictionary<string, int[]>), typeof(List<>),
        new[] { 1, 2, 3 }, new[] { "a", null, "b" }, new[,] { { 1, 2 }, { 3, 4 } }, new[,] { { "a" }, { "b" } }, new[] { new[] { 1 }, null, [] }, new object?[] { 1, "a", null, 2.0 },
        new List<int> { 1, 2 }, new List<string?> { "a", null }, new List<List<int>> { new() { 1 } }, Array.Empty<int>(), new[] { DayOfWeek.Monday }, new[] { (1, "a"), (2, "b") }, new Point?[] { null, new(1, 2) },
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_ThatTravels_ArrivesEqualAndOfItsType(object? value)
    {
        var arrived = Travel.There(value);
        Assert.Equal(value, arrived);
        Assert.Equal(value?.GetType(), arrived?.GetType());
    }

    public readonly record struct Point(int X, double Y);

    public sealed record Named(string Name, int[] Numbers)
    {
        public bool Equals(Named? other) => other is not null && Name == other.Name && Numbers.SequenceEqual(other.Numbers);

        public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
    }

    [Fact]
    public void Closure_OverVariables_Works()
    {
        var factor = 3;
        List<string> log = ["a"];
        Func<int, int> times = x => factor * x + log.Count;
        Assert.Equal(13, Travel.There(times)(4));
    }

    [Fact]
    public void Long_Chain_Travels()
    {
        Node? first = null;
        for (var i = 0; i < 1_000_000; i++) first = new(i, first);
        var at = Travel.There(first);
        for (var i = 999_999; i >= 0; i--, at = at.Next) Assert.Equal(i, at!.Number);
        Assert.Null(at);
    }

    sealed record Node(int Number, Node? Next);

    [Fact]
    public void Large()
    {
        var numbers = Enumerable.Range(0, 100_000).ToArray();
        var parcel = Packer.Pack(numbers);
        Assert.Equal(400_000, Assert.Single(parcel.Buffers).Length);
        Assert.Equal(numbers, Travel.Arrive<int[]>(parcel));
    }

    [Fact]
    public void Refused()
    {
        using var stream = new MemoryStream();
        var holder = (1, new[] { new Holder(stream) });
        Assert.Equal("field 'Item2' → [0] → property 'Stream' cannot be sent to another process: MemoryStream: it is open in this process. Send the path or the address as a string and open it there.", Travel.Refused(holder));
        Func<long> length = () => stream.Length;
        Assert.Equal("variable 'stream' cannot be sent to another process: MemoryStream: it is open in this process. Send the path or the address as a string and open it there.", Travel.Refused(length));
    }

    sealed record Holder(Stream Stream);
}
