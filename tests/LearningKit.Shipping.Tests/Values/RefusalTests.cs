using System.Collections.Concurrent;
using System.Diagnostics;
using System.Dynamic;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace LearningKit.Shipping.Tests.Values;

public sealed class RefusalTests
{
    /// <summary>What cannot travel, and a word of the advice.</summary>
    public static TheoryData<Func<object>, string> Family => new()
    {
        { () => new MemoryStream(), "Send the path" },
        { () => new StringWriter(), "Send the path" },
        { () => new Thread(() => { }), "Make it in the function" },
        { () => Task.FromResult(1), "Await it first" },
        { () => default(ValueTask<int>), "Await it first" },
        { () => new TaskCompletionSource<int>(), "Await it first" },
        { () => new CancellationTokenSource(), "WorkerContext.Current.Cancel" },
        { () => CancellationToken.None, "WorkerContext.Current.Cancel" },
        { () => new Timer(_ => { }), "Make it in the function" },
        { () => new SharedWithin(), "SharedLock" },
        { () => new Mutex(), "SharedLock" },
        { () => new ReaderWriterLockSlim(), "SharedLock" },
        { () => new SemaphoreSlim(1), "SharedSemaphore" },
        { () => new ManualResetEvent(true), "SharedEvent" },
        { () => new CountdownEvent(1), "SharedEvent" },
        { () => new Barrier(1), "SharedBarrier" },
        { () => new BlockingCollection<int>(), "SharedQueue" },
        { () => Channel.CreateUnbounded<int>(), "SharedQueue" },
        { () => new Socket(SocketType.Stream, ProtocolType.Tcp), "connect there" },
        { () => new HttpClient(), "connect there" },
        { () => Process.GetCurrentProcess(), "Id" },
        { () => new Random(1), "seed" },
        { () => new WeakReference(new()), "Send the value itself" },
        { () => new Lazy<int>(() => 1), "Send the value itself" },
        { () => new ExpandoObject(), "record" },
        { () => new[] { 1, 2 }.Where(x => x > 1), "ToArray()" },
        { () => Enumerable.Range(0, 3).Select(x => x), "ToArray()" },
        { () => new[] { 1 }.AsQueryable(), "ToArray()" },
        { () => new[] { 1 }.AsParallel(), "ToArray()" },
        { () => Numbers(), "ToArray()" },
        { () => new List<int>().GetEnumerator(), "ToArray()" },
        { () => (nint)1, "address" },
        { () => new WithPointer(), "address" },
        { () => GCHandle.Alloc(new object()), "Send the value itself" },
        { () => typeof(string).Assembly, "Send its name" },
        { () => System.Linq.Expressions.Expression.Constant(1), "lambda or a method" },
        { () => System.Linq.Expressions.Expression.Lambda<Func<int>>(System.Linq.Expressions.Expression.Constant(1)).Compile(), "lambda or a method" },
        { () => new Progress<int>(), "log or show that here" },
        { () => new System.Net.Mail.MailAddress("a@b.c"), "Send what it was made from" },
        { () => new OwnStream(), "Send the path" },
        { () => new OwnView(), "derived from" },
        { () => new Closed(), "closed" },
    };

    [Theory]
    [MemberData(nameof(Family))]
    public void Value_ThatCannotTravel_IsRefusedWithAdvice(Func<object> make, string advice)
    {
        var message = Travel.Refused(new Holder("a", [null, make()]));
        Assert.StartsWith("property 'Items' → [1] ", message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_ThroughADictionary_NamesTheKey() =>
        Assert.StartsWith("['b'] → field 'Item2' cannot", Travel.Refused(new Dictionary<string, (int, object?)> { ["a"] = (1, null), ["b"] = (2, new Mutex()) }), StringComparison.Ordinal);

    [Fact]
    public void Path_ThroughAComparer_SaysSo()
    {
        using var gate = new Mutex();
        var sorted = new SortedSet<int>(Comparer<int>.Create((a, b) => gate.GetHashCode() == 0 ? 0 : a - b)) { 1 };
        Assert.Contains("comparer → ", Travel.Refused(sorted), StringComparison.Ordinal);
        Assert.Contains("variable 'gate' cannot", Travel.Refused(sorted), StringComparison.Ordinal);
    }

    [Fact]
    public void Path_OfACapturedVariable_NamesIt()
    {
        var numbers = new List<object> { 1, new SemaphoreSlim(1) };
        Assert.StartsWith("variable 'numbers' → [1] cannot", Travel.Refused(() => numbers.Count), StringComparison.Ordinal);
    }

    [Fact]
    public void Path_ThroughWhatTheCompilerNames_UsesTheNamesOfTheCode()
    {
        var outer = new { Part = new Parameterised(new MemoryStream()) };
        Func<Func<long>> nested = () =>
        {
            var inner = 1L;
            return () => inner + outer.Part.Length;
        };
        Assert.StartsWith("variable 'outer' → property 'Part' → parameter 'stream' cannot", Travel.Refused(nested()), StringComparison.Ordinal);
    }

    [Fact]
    public void Value_ItselfRefused_IsCalledTheValue() =>
        Assert.StartsWith("the value cannot be sent to another process: Mutex: ", Travel.Refused(new Mutex()), StringComparison.Ordinal);

    [Fact]
    public void Refusal_LeavesThePackerUsable()
    {
        Travel.Refused(new Holder("a", [new Mutex()]));
        Assert.Equal(5, Travel.There(5));
        Assert.Equal("a", Travel.There(new Holder("a", [])).Name);
    }

    [Fact]
    public void CompilerVariables_OutOfReach_AreNotRefused()
    {
        var stream = new MemoryStream();
        var number = 3;
        Func<long> other = () => stream.Length;
        Func<int> work = () => number;
        Assert.Equal(3, Travel.There(work)());
        Assert.Equal(0, other());
    }

    static IEnumerable<int> Numbers()
    {
        yield return 1;
    }

    sealed record Holder(string Name, object?[] Items);

    unsafe struct WithPointer
    {
        public int* Place = null;

        public WithPointer()
        {
        }
    }

    sealed class SharedWithin
    {
        public Lock Lock { get; } = new();
    }

    sealed class Parameterised(Stream stream)
    {
        public long Length => stream.Length;
    }

    sealed class OwnStream : MemoryStream;

    sealed class OwnView : System.ComponentModel.Component;

    sealed class Closed : IReopenable<Closed>
    {
        public string Address => throw new ObjectDisposedException(nameof(Closed));

        public static Closed Open(string address) => new();
    }
}
