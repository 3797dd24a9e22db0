namespace LearningKit.Shipping.Tests.Values;

public sealed class IdentityTests
{
    [Fact]
    public void Object_ReferredToTwice_StaysOne()
    {
        var shared = new List<int> { 1 };
        var arrived = Travel.There((shared, new object[] { shared, new[] { 1 } }));
        Assert.Same(arrived.shared, arrived.Item2[0]);
    }

    [Fact]
    public void Cycle_ThroughACollection_IsClosedAgain()
    {
        var loop = new List<object>();
        loop.Add(new Dictionary<string, object> { ["list"] = loop });
        var arrived = Travel.There(loop);
        Assert.Same(arrived, ((Dictionary<string, object>)arrived[0])["list"]);
    }

    [Fact]
    public void Box_SharedAndInACycle_StaysOne()
    {
        var holder = new object?[2];
        object box = new Link { Owner = holder, Number = 3 };
        (holder[0], holder[1]) = (box, box);
        var arrived = Travel.There(holder);
        Assert.Same(arrived[0], arrived[1]);
        Assert.Same(arrived, ((Link)arrived[0]!).Owner);
    }

    [Fact]
    public void LongString_UsedOften_IsSentOnce()
    {
        var text = new string('x', 10_000);
        var parcel = Packer.Pack(Enumerable.Repeat(text, 100).ToArray());
        Assert.InRange(parcel.Body.Length, 10_000, 11_000);
        var arrived = Travel.Arrive<string[]>(parcel);
        Assert.All(arrived, item => Assert.Same(arrived[0], item));
        Assert.Equal(text, arrived[99]);
    }

    [Fact]
    public void Delegates_OfOneClosure_ShareItsVariables()
    {
        var count = 0;
        (Action Add, Func<int> Get) pair = (() => count++, () => count);
        var arrived = Travel.There(pair);
        arrived.Add();
        Assert.Equal((1, 0), (arrived.Get(), count));
    }

    [Fact]
    public void Delegate_WithSeveralCalls_CallsAllInOrder()
    {
        var log = new List<string>();
        Action one = () => log.Add("one");
        var both = one + (() => log.Add("two")) + one;
        var (arrived, arrivedLog) = Travel.There((both, log));
        arrived();
        Assert.Equal(["one", "two", "one"], arrivedLog);
        Assert.Empty(log);
    }

    [Fact]
    public void Delegates_OfAllKinds_Work()
    {
        Assert.Equal(2.0, Travel.There((Func<double, double>)Math.Sqrt)(4));
        Assert.Equal("ABC", Travel.There((Func<string>)"abc".ToUpperInvariant)());
        Assert.Equal(3, Travel.There((Func<string, int>)(text => text.Length))("abc"));
        Assert.Equal(typeof(int), Travel.There((Func<Type>)TypeOf<int>)());
        Assert.Equal(3, Travel.There((Func<int>)new int[3].Count)());   // closed over the first argument
        Assert.Equal("abc", Travel.There(typeof(string).GetMethod("ToString", [])!).Invoke("abc", []));

        static Type TypeOf<T>() => typeof(T);
    }

    [Fact]
    public void PlainObject_UsedAsALock_StaysOne()
    {
        var gate = new object();
        var arrived = Travel.There((gate, gate));
        Assert.Same(arrived.Item1, arrived.Item2);
    }

    [Fact]
    public void Memory_OfAPiece_TakesOnlyThePiece()
    {
        var array = Enumerable.Range(0, 1000).ToArray();
        var arrived = Travel.There((array.AsMemory(10, 3), (ReadOnlyMemory<char>)"abcdef".AsMemory(2, 2), new ArraySegment<int>(array, 5, 2), default(Memory<int>)));
        Assert.Equal([10, 11, 12], arrived.Item1.ToArray());
        Assert.Equal("cd", arrived.Item2.ToString());
        Assert.Equal([5, 6], arrived.Item3);
        Assert.True(arrived.Item4.IsEmpty);
    }

    [Fact]
    public void ReopenedObject_SentTwice_IsOpenedOnceAndIsOne()
    {
        var board = new Board("address 1");
        var arrived = Travel.There(new[] { board, board });
        Assert.Equal("address 1", arrived[0].Address);
        Assert.NotSame(board, arrived[0]);
        Assert.Same(arrived[0], arrived[1]);
    }

    [Fact]
    public void Key_WithAHashOfItsParts_IsFoundThoughItsPartsComeLater()
    {
        var inner = new Key("inner", null);
        var map = new Dictionary<Key, HashSet<Key>> { [new("outer", inner)] = [inner, new("x", new("y", null))] };
        var arrived = Travel.There(map);
        Assert.True(arrived.TryGetValue(new("outer", inner), out var set));
        Assert.Contains(new Key("x", new("y", null)), set);
    }

    [Fact]
    public void Fields_ThatArePrivateReadOnlyOrInherited_Arrive()
    {
        var arrived = Travel.There(new Derived(1, 2) { Init = 3 });
        Assert.Equal("1 2 3 base", arrived.ToString());
    }

    sealed record Key(string Name, Key? Part);

    struct Link
    {
        public object Owner;
        public int Number;
    }

    sealed class Board(string address) : IReopenable<Board>
    {
        public string Address => address;

        public static Board Open(string address) => new(address);
    }

    abstract class Base(int hidden)
    {
        readonly int hidden = hidden;
        readonly string name = "base";

        public override string ToString() => $"{hidden} {Rest} {name}";

        protected abstract string Rest { get; }
    }

    sealed class Derived(int hidden, int second) : Base(hidden)
    {
        public int Init { get; init; }

        protected override string Rest => $"{second} {Init}";
    }
}
