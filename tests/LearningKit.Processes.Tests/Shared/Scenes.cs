namespace LearningKit.Processes.Tests.Shared;

/// <summary>What other processes do in the tests of shared objects: the first argument is the address of what they share.</summary>
static class Scenes
{
    static readonly Dictionary<string, Action<string[]>> scenes = new()
    {
        ["write array"] = arguments =>
        {
            var array = SharedArray<long>.Open(arguments[0]);
            for (var i = 0; i < array.Length; i++) array[i] = i * i;
            Say("written");
            Hear();
            Say($"{array.Span[^1]}");
        },
        ["make array"] = arguments =>
        {
            Say(MakeArray());
            Hear();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Say("still here");
            Hear();
        },
        ["make many"] = _ =>
        {
            for (var i = 0; i < 100; i++) new SharedArray<byte>(1 << 20).Dispose();
            for (var i = 0; i < 10; i++)
            {
                var array = new SharedArray<byte>(1 << 20);
                var address = array.Address;
                array.Dispose();
                try { SharedArray<int>.Open(address); }
                catch (IOException) { }
            }
            Forget();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Say($"{CountFiles()} files, {CountMaps()} maps");
        },
        ["hold lock"] = arguments =>
        {
            var gate = SharedLock.Open(arguments[0]);
            using (gate.Enter())
            {
                Say("held");
                Hear();
            }
        },
        ["count"] = arguments =>
        {
            var (gate, total, sum) = (SharedLock.Open(arguments[0]), SharedArray<long>.Open(arguments[1]), SharedCounter.Open(arguments[2]));
            Say("ready");
            Hear();
            Count(gate, total, sum, int.Parse(arguments[3]));
        },
    };

    public static int Play(string name, string[] arguments)
    {
        scenes[name](arguments);
        return 0;
    }

    /// <summary>Adds one to a number that a lock protects, and to one that needs none, again and again.</summary>
    public static void Count(SharedLock gate, SharedArray<long> total, SharedCounter sum, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using (gate.Enter()) total.Span[0]++;
            sum.Increment();
        }
    }

    static string MakeArray() => new SharedArray<long>([1, 2, 3]).Address;

    static void Forget()
    {
        for (var i = 0; i < 10; i++) _ = new SharedCounter(i);
    }

    static int CountFiles() => Directory.GetFiles("/proc/self/fd").Count(file => new FileInfo(file).LinkTarget is { } target && target.Contains("LearningKit.Shared"));

    static int CountMaps() => File.ReadLines("/proc/self/maps").Count(line => line.Contains("LearningKit.Shared"));

    static void Say(string line) => Console.WriteLine(line);

    /// <summary>Waits to be told to go on, or for the end of who would tell.</summary>
    static void Hear() => Console.ReadLine();
}
