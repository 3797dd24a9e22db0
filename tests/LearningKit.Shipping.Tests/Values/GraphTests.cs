using FsCheck;
using FsCheck.Fluent;

namespace LearningKit.Shipping.Tests.Values;

/// <summary>Laws of travelling, for any graph.</summary>
public sealed class GraphTests
{
    static readonly Gen<string> text = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");

    static readonly Gen<object?> scalar = Gen.OneOf(
        Gen.Constant((object?)null), Box<int>(), Box<double>(), Box<bool>(), Box<char>(), Box<decimal>(), Box<DateTime>(), Box<Guid>(), Box<long>(), Box<byte[]>(),
        text.Select(text => (object?)text), Gen.Elements<object?>(DayOfWeek.Monday, typeof(int), (1, 2), new Half()));

    static readonly Gen<object?> value = Gen.Sized(size => Value(Math.Min(size, 4)));

    static Gen<object?> Box<T>() => ArbMap.Default.GeneratorFor<T>().Select(value => (object?)value);

    static Gen<object?> Value(int depth)
    {
        if (depth == 0) return scalar;
        var part = Value(depth - 1);
        return Gen.OneOf(
            scalar,
            part.ArrayOf(4).Select(parts => (object?)parts),
            part.ArrayOf(4).Select(parts => (object?)parts.ToList()),
            part.ArrayOf(4).Select(parts => (object?)new Queue<object?>(parts)),
            part.ArrayOf(3).Select(parts => (object?)parts.Select((item, i) => (item, i)).ToArray()),
            part.ArrayOf(3).Select(parts => (object?)parts.Select((item, i) => (item, i)).ToDictionary(pair => $"key {pair.i}", pair => pair.item)),
            from left in part from right in part select (object?)new Pair(left, right),
            from left in part from name in text select (object?)(left, name),
            from left in part from name in text select (object?)new Named<object?>(name, left),
            ArbMap.Default.GeneratorFor<int[,]>().Select(grid => (object?)grid),
            ArbMap.Default.GeneratorFor<Dictionary<int, string>>().Select(map => (object?)map));
    }

    [Fact]
    public void Value_ThereAndBack_IsTheSame() =>
        Prop.ForAll(value.ToArbitrary(), sent => Same(sent, Travel.There(sent))).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Value_OnceMore_GivesTheSameBytes() => Prop.ForAll(value.ToArbitrary(), sent =>
        Packer.Pack(sent).Body.Span.SequenceEqual(Packer.Pack(Travel.There(sent)).Body.Span)).QuickCheckThrowOnFailure();

    [Fact]
    public void Graph_WithAnyEdges_KeepsIdentities()
    {
        var graph = from edges in Gen.Choose(0, 30).Two().ListOf(80) select edges;
        Prop.ForAll(graph.ToArbitrary(), edges =>
        {
            var sent = Enumerable.Range(0, 31).Select(i => new Vertex { Number = i }).ToArray();
            foreach (var (from, to) in edges)
            {
                sent[from].Next.Add(sent[to]);
                sent[to].Last = sent[from];
            }
            var arrived = Travel.There(sent);
            return arrived.Select(vertex => vertex.Number).SequenceEqual(Enumerable.Range(0, 31))
                && arrived.Zip(sent).All(pair =>
                    pair.First.Next.Select(next => next.Number).SequenceEqual(pair.Second.Next.Select(next => next.Number))
                    && pair.First.Next.All(next => ReferenceEquals(next, arrived[next.Number]))
                    && pair.First.Last?.Number == pair.Second.Last?.Number
                    && (pair.First.Last is null || ReferenceEquals(pair.First.Last, arrived[pair.First.Last.Number])));
        }).QuickCheckThrowOnFailure();
    }

    static bool Same(object? one, object? other) => (one, other) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ when one.GetType() != other.GetType() => false,
        (double x, double y) => BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y),
        (DateTime x, DateTime y) => x == y && x.Kind == y.Kind,
        (Array x, Array y) => Enumerable.Range(0, x.Rank).All(rank => x.GetLength(rank) == y.GetLength(rank)) && Sequence(x, y),
        (Dictionary<string, object?> x, Dictionary<string, object?> y) => x.Count == y.Count && x.All(pair => Same(pair.Value, y[pair.Key])),
        (System.Collections.IEnumerable x and not string, System.Collections.IEnumerable y) => Sequence(x, y),
        (System.Runtime.CompilerServices.ITuple x, System.Runtime.CompilerServices.ITuple y) => Enumerable.Range(0, x.Length).All(i => Same(x[i], y[i])),
        (Pair x, Pair y) => Same(x.Left, y.Left) && Same(x.Right, y.Right),
        (Named<object?> x, Named<object?> y) => x.Name == y.Name && Same(x.Value, y.Value),
        _ => Equals(one, other),
    };

    static bool Sequence(System.Collections.IEnumerable one, System.Collections.IEnumerable other)
    {
        var (x, y) = (one.Cast<object?>().ToList(), other.Cast<object?>().ToList());
        return x.Count == y.Count && x.Zip(y).All(pair => Same(pair.First, pair.Second));
    }

    sealed record Pair(object? Left, object? Right);

    readonly record struct Named<T>(string Name, T Value);

    sealed class Vertex
    {
        public int Number { get; init; }

        public List<Vertex> Next { get; } = [];

        public Vertex? Last { get; set; }
    }
}
