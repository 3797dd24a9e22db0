using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>What cannot travel, why, and what to do instead: a table by the names of types, their base types and interfaces.</summary>
/// <remarks>By name, so that no assembly is loaded only to be compared with.</remarks>
static class Refusals
{
    /// <summary>Pointers and native integers.</summary>
    public const string Address =
        "it is an address or a handle, which means nothing there (nint and nuint are taken for such). Send what it points to; use long for a number.";

    /// <summary>Structs that live on the stack alone.</summary>
    public const string Span = "it lives on the stack. Use Memory<T> or an array instead of Span<T>.";

    /// <summary>Methods without IL that could be read.</summary>
    public const string MadeCode = "it is code that was made while the program runs. Write it as a lambda or a method.";

    const string OpenFile = "it is open in this process. Send the path or the address as a string and open it there.";
    const string Connection = "it is a connection of this process. Send the address or the connection string and connect there.";
    const string Unfinished = "it is still running or belongs to this process's scheduler. Await it first and send its result.";
    const string Cancelling = "tokens work in one process only. Ask WorkerContext.Current.Cancel in the function, and cancel the call here.";
    const string OneProcess = "it works between the threads of one process only. ";
    const string Lazy = "it is computed only while it is read, here. Call ToArray() first and send the array.";
    const string Scheduler = "it belongs to the threads of this process. Make it in the function.";
    const string Loader = "it is part of the program as it is loaded here. Send its name.";
    const string Shown = "it stands for something shown below a cell of this process. Show it here, and send the value.";
    const string Local = "what it holds belongs to this process. Send the value itself.";
    const string Watched = "it reports to this process. Return a value and log or show that here, or print there: what workers print is shown.";

    static readonly (string Reason, string[] Types)[] table =
    [
        (OpenFile, ["System.IO.Stream", "System.IO.TextReader", "System.IO.TextWriter", "System.IO.BinaryReader", "System.IO.BinaryWriter",
            "System.Runtime.InteropServices.SafeHandle", "System.Runtime.InteropServices.CriticalHandle", "System.IO.FileSystemWatcher",
            "System.IO.MemoryMappedFiles.MemoryMappedFile", "System.IO.UnmanagedMemoryAccessor", "System.IO.Compression.ZipArchive",
            "System.IO.Pipelines.PipeReader", "System.IO.Pipelines.PipeWriter", "System.IO.Pipelines.Pipe"]),
        (Connection, ["System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient", "System.Net.Sockets.TcpListener", "System.Net.Sockets.UdpClient",
            "System.Net.Http.HttpMessageInvoker", "System.Net.Http.HttpMessageHandler", "System.Net.Http.HttpContent", "System.Net.HttpListener",
            "System.Net.WebSockets.WebSocket", "System.Net.WebRequest", "System.Net.WebResponse", "System.Net.Mail.SmtpClient",
            "System.Data.Common.DbConnection", "System.Data.Common.DbCommand", "System.Data.Common.DbDataReader", "System.Data.Common.DbTransaction",
            "System.Data.IDbConnection", "System.Data.IDbCommand", "System.Data.IDataReader", "System.Data.IDbTransaction"]),
        ("a program is a thing of this machine. Send its Id, or what it printed.", ["System.Diagnostics.Process"]),
        (Unfinished, ["System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1",
            "System.Threading.Tasks.TaskCompletionSource", "System.Threading.Tasks.TaskCompletionSource`1", "System.IAsyncResult",
            "System.Threading.Tasks.Sources.IValueTaskSource", "System.Threading.Tasks.Sources.IValueTaskSource`1"]),
        (Cancelling, ["System.Threading.CancellationToken", "System.Threading.CancellationTokenSource", "System.Threading.CancellationTokenRegistration"]),
        (OneProcess + "Use SharedLock.", ["System.Threading.Lock", "System.Threading.Mutex", "System.Threading.ReaderWriterLockSlim",
            "System.Threading.ReaderWriterLock", "System.Threading.SpinLock"]),
        (OneProcess + "Use SharedSemaphore.", ["System.Threading.SemaphoreSlim", "System.Threading.Semaphore"]),
        (OneProcess + "Use SharedEvent.", ["System.Threading.ManualResetEventSlim", "System.Threading.EventWaitHandle", "System.Threading.CountdownEvent",
            "System.Threading.WaitHandle"]),
        (OneProcess + "Use SharedBarrier.", ["System.Threading.Barrier"]),
        (OneProcess + "Use SharedQueue<T>.", ["System.Threading.Channels.Channel`2", "System.Threading.Channels.ChannelReader`1",
            "System.Threading.Channels.ChannelWriter`1", "System.Collections.Concurrent.BlockingCollection`1"]),
        (Scheduler, ["System.Threading.Thread", "System.Threading.Timer", "System.Timers.Timer", "System.Threading.PeriodicTimer",
            "System.Threading.ThreadLocal`1", "System.Threading.AsyncLocal`1", "System.Threading.SynchronizationContext",
            "System.Threading.ExecutionContext", "System.Threading.Tasks.TaskScheduler", "System.Threading.Tasks.TaskFactory",
            "System.Threading.ITimer", "System.TimeProvider"]),
        ("it would give each process that gets it the same numbers. Send a seed, one for each task, and make the Random there.", ["System.Random"]),
        ("its numbers come from this process. Make it in the function.", ["System.Security.Cryptography.RandomNumberGenerator"]),
        ("it holds a key or a running hash. Send the key's bytes, if you must, and make it there.", ["System.Security.Cryptography.AsymmetricAlgorithm",
            "System.Security.Cryptography.SymmetricAlgorithm", "System.Security.Cryptography.HashAlgorithm", "System.Security.Cryptography.IncrementalHash",
            "System.Security.Cryptography.X509Certificates.X509Certificate"]),
        (Local, ["System.WeakReference", "System.WeakReference`1", "System.Runtime.CompilerServices.ConditionalWeakTable`2",
            "System.Runtime.InteropServices.GCHandle", "System.Runtime.InteropServices.GCHandle`1", "System.Runtime.DependentHandle",
            "System.Lazy`1", "System.Diagnostics.Stopwatch", "System.AppDomain", "System.Buffers.ArrayPool`1", "System.Buffers.MemoryPool`1",
            "System.Buffers.MemoryManager`1", "System.IServiceProvider"]),
        (Loader, ["System.Reflection.Assembly", "System.Reflection.Module", "System.Runtime.Loader.AssemblyLoadContext", "System.Reflection.PropertyInfo",
            "System.Reflection.EventInfo", "System.Reflection.ParameterInfo", "System.Reflection.MethodBody", "System.RuntimeTypeHandle",
            "System.RuntimeMethodHandle", "System.RuntimeFieldHandle"]),
        (MadeCode, ["System.Runtime.CompilerServices.Closure",
            "System.Linq.Expressions.Expression", "System.Reflection.Emit.DynamicMethod"]),
        ("its members are known only while the program runs. Use a record, a tuple or a Dictionary<string, T>.", ["System.Dynamic.ExpandoObject",
            "System.Dynamic.DynamicObject", "System.Dynamic.IDynamicMetaObjectProvider"]),
        (Shown, ["LearningKit.Notebooks.DisplayedValue", "LearningKit.Notebooks.CellContext", "Microsoft.DotNet.Interactive.DisplayedValue"]),
        (Watched, ["Microsoft.Extensions.Logging.ILogger", "Microsoft.Extensions.Logging.ILoggerFactory", "System.Diagnostics.TraceListener",
            "System.Diagnostics.TraceSource", "System.Diagnostics.Tracing.EventSource", "System.Diagnostics.Activity", "System.Diagnostics.ActivitySource",
            "System.Progress`1"]),
        (Lazy, ["System.Linq.IQueryable", "System.Linq.ParallelQuery", "System.Linq.Enumerable+Iterator`1", "System.Collections.Generic.IAsyncEnumerator`1"]),
    ];

    static readonly Dictionary<string, string> reasons = ByType();

    /// <summary>Loops, for every worker does this at its start: LINQ over value tuples is in no precompiled image.</summary>
    static Dictionary<string, string> ByType()
    {
        var reasons = new Dictionary<string, string>();
        foreach (var (reason, types) in table)
            foreach (var type in types) reasons.Add(type, reason);
        return reasons;
    }

    /// <summary>Why an object of a type cannot travel; null if the table does not say so.</summary>
    public static string? Of(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            if (reasons.TryGetValue(NameOf(at), out var reason)) return reason;
        foreach (var contract in type.GetInterfaces())
            if (reasons.TryGetValue(NameOf(contract), out var reason)) return reason;
        return IsEnumerationUnderWay(type) ? Lazy : null;
    }

    /// <summary>A type of the framework for which there is no rule and that JSON cannot say.</summary>
    public static string Unknown(Type type) =>
        $"{TypeNames.Short(type)} is a type of .NET whose state is not known to be fit for another process. Send what it was made from, and make it there.";

    /// <summary>A type of users that is derived from one of the framework with state of its own.</summary>
    public static string UnknownBase(Type type, Type ancestor) =>
        $"{TypeNames.Short(type)} is derived from {TypeNames.Short(ancestor)} of .NET, whose state is not known to be fit for another process. Send a record of what matters.";

    // What an iterator method returns, and what goes through a collection of the framework.
    static bool IsEnumerationUnderWay(Type type) =>
        (typeof(System.Collections.IEnumerator).IsAssignableFrom(type) || typeof(IAsyncStateMachine).IsAssignableFrom(type))
        && (type.Name[0] == '<' || Framework.Has(type));

    static string NameOf(Type type) => type is { Namespace: { } space, IsNested: false } ? $"{space}.{type.Name}"
        : (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;
}
