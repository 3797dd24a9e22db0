using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace LearningKit.Shipping.Tests.Values;

public sealed class CollectionTests
{
    static readonly KeyValuePair<string, int>[] pairs = [new("b", 2), new("a", 1), new("c", 3)];

    public static TheoryData<IEnumerable> Collections =>
    [
        new List<string> { "a", "b" }, new Dictionary<string, int>(pairs), new OrderedDictionary<string, int>(pairs), new SortedDictionary<string, int>(pairs.ToDictionary()),
        new SortedList<string, int>(pairs.ToDictionary()), new ConcurrentDictionary<string, int>(pairs), pairs.ToImmutableDictionary(),
        pairs.ToImmutableSortedDictionary(), pairs.ToFrozenDictionary(), new ReadOnlyDictionary<string, int>(pairs.ToDictionary()), new Hashtable { ["a"] = 1, [2] = "b" },
        new HashSet<int> { 3, 1, 2 }, new SortedSet<string> { "b", "a" }, ImmutableHashSet.Create(1, 2), ImmutableSortedSet.Create("b", "a"), new[] { 1, 2, 300 }.ToFrozenSet(),
        new[] { "x", "yy" }.ToFrozenSet(), Array.Empty<string>().ToFrozenSet(), FrozenDictionary<int, int>.Empty,
        new Queue<int>([1, 2, 3]), new Stack<string>(["a", "b"]), new LinkedList<int>([1, 2]), new ConcurrentQueue<int>([1, 2]), new ConcurrentStack<string>(["a", "b"]),
        new ConcurrentBag<int>([1, 2]), ImmutableList.Create(1, 2), ImmutableList<int>.Empty, ImmutableQueue.Create("a", "b"), ImmutableStack.Create(1, 2), ImmutableArray.Create(1, 2),
        ImmutableArray.Create("a"), new Collection<int> { 1, 2 }, new ReadOnlyCollection<string>(["a"]), new ObservableCollection<int> { 1 }, new BitArray([true, false, true]),
        new ArrayList { 1, "a", null }, pairs.ToLookup(pair => pair.Value % 2, pair => pair.Key), pairs.GroupBy(pair => pair.Value > 0, pair => pair.Key).Single(),
        new ArraySegment<int>([1, 2, 3, 4], 1, 2), new ArraySegment<string>(["a", "b", "c"], 1, 2),
    ];

    [Theory]
    [MemberData(nameof(Collections))]
    public void Collection_ThatTravels_HoldsTheSameAndIsOfItsType(IEnumerable collection)
    {
        var arrived = Travel.There(collection);
        Assert.Equal(collection.GetType(), arrived.GetType());
        var (sent, received) = (collection.Cast<object?>(), arrived.Cast<object?>());
        if (HasNoOrder(collection.GetType())) (sent, received) = (sent.OrderBy(item => $"{item}"), received.OrderBy(item => $"{item}"));
        Assert.Equal(sent, received);
    }

    // These enumerate by hash codes, which differ from one table to another.
    static bool HasNoOrder(Type type) =>
        type.Name is "ConcurrentDictionary`2" or "ImmutableDictionary`2" or "ImmutableHashSet`1" or "Hashtable" || type.FullName!.Contains("Frozen", StringComparison.Ordinal);

    [Fact]
    public void Dictionary_OfStrings_FindsItsKeys()
    {
        var arrived = Travel.There(new Dictionary<string, int>(pairs));
        Assert.Equal(2, arrived["b"]);
        Assert.Equal(3, Travel.There(pairs.ToImmutableDictionary())["c"]);
        Assert.Equal(3, Travel.There(pairs.ToFrozenDictionary())["c"]);
        Assert.Equal(["b"], Travel.There(pairs.ToLookup(pair => pair.Value, pair => pair.Key))[2]);
    }

    [Fact]
    public void Comparer_OfStrings_IsTheSame()
    {
        Assert.Equal(1, Travel.There(new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 })["A"]);
        Assert.Contains("A", Travel.There(new HashSet<string>(StringComparer.InvariantCultureIgnoreCase) { "a" }));
        Assert.Same(StringComparer.Ordinal, Travel.There(StringComparer.Ordinal));
    }

    [Fact]
    public void PriorityQueue_ThatTravels_KeepsItsOrder()
    {
        var queue = new PriorityQueue<string, int>(Comparer<int>.Create((a, b) => b - a));
        foreach (var (key, value) in pairs) queue.Enqueue(key, value);
        var arrived = Travel.There(queue);
        Assert.Equal("c", arrived.Dequeue());
        Assert.Equal("b", arrived.Dequeue());
    }

    [Fact]
    public void Dictionary_DerivedByUsers_KeepsFieldsAndItems()
    {
        var arrived = Travel.There(new Counts { Total = 5, ["a"] = 5 });
        Assert.Equal(5, arrived.Total);
        Assert.Equal(5, arrived["a"]);
    }

    /// <summary>Hash codes of strings differ between processes; here those of a comparer differ between packing and unpacking.</summary>
    [Fact]
    public void HashedCollection_WhereHashCodesAreOthers_FindsItsItems()
    {
        var other = new OtherHashes();
        var sent = (
            new Dictionary<string, int>(pairs, other), pairs.ToImmutableDictionary(other), pairs.ToFrozenDictionary(other), new ConcurrentDictionary<string, int>(pairs, other),
            new HashSet<string>(["a", "b"], other), ImmutableHashSet.Create(other, "a", "b"), pairs.ToLookup(pair => pair.Key, pair => pair.Value, other));
        var parcel = Packer.Pack(sent);
        OtherHashes.Seed = 12345;
        var arrived = Travel.Arrive<(Dictionary<string, int>, ImmutableDictionary<string, int>, FrozenDictionary<string, int>, ConcurrentDictionary<string, int>,
            HashSet<string>, ImmutableHashSet<string>, ILookup<string, int>)>(parcel);
        Assert.False(sent.Item1.ContainsKey("b"));   // so much for tables that are not built again
        Assert.Equal(
            [2, 2, 2, 2, 2],
            [arrived.Item1["b"], arrived.Item2["b"], arrived.Item3["b"], arrived.Item4["b"], arrived.Item7["b"].Single()]);
        Assert.True(arrived.Item5.Contains("b") && arrived.Item6.Contains("b"));
    }

    sealed class OtherHashes : IEqualityComparer<string>
    {
        public static int Seed { get; set; } = 1;

        public bool Equals(string? x, string? y) => x == y;

        public int GetHashCode(string obj) => (obj[0] * 31) + Seed;
    }

    sealed class Counts : Dictionary<string, int>
    {
        public int Total { get; init; }
    }
}
