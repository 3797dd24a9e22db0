using LearningKit.Processes.Segments;

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
        ["hold permits"] = arguments =>
        {
            var semaphore = SharedSemaphore.Open(arguments[0]);
            for (var i = 0; i < int.Parse(arguments[1]); i++) semaphore.Enter();
            Say("held");
            Hear();
        },
        ["take turns"] = arguments =>
        {
            var (semaphore, inside, most) = (SharedSemaphore.Open(arguments[0]), SharedCounter.Open(arguments[1]), SharedArray<long>.Open(arguments[2]));
            Say("ready");
            Hear();
            TakeTurns(semaphore, inside, most, int.Parse(arguments[3]));
        },
        ["wait for event"] = arguments =>
        {
            var sign = SharedEvent.Open(arguments[0]);
            Say("ready");
            sign.Wait();
            Say("went on");
            Hear();
        },
        ["meet"] = arguments =>
        {
            var barrier = SharedBarrier.Open(arguments[0]);
            Say("ready");
            while (Console.ReadLine() is not null)
            {
                try
                {
                    barrier.SignalAndWait();
                    Say($"phase {barrier.Phase}");
                }
                catch (BrokenBarrierException exception)
                {
                    Say(exception.Message);
                }
            }
        },
        ["work in step"] = arguments =>
        {
            var (barrier, cells) = (SharedBarrier.Open(arguments[0]), SharedArray<long>.Open(arguments[1]));
            Say($"{WorkInStep(barrier, cells, int.Parse(arguments[2]), int.Parse(arguments[3]))} early");
        },
        ["add texts"] = arguments =>
        {
            var queue = SharedQueue<string>.Open(arguments[0]);
            for (var i = 0; i < int.Parse(arguments[2]); i++) queue.Add($"{arguments[1]} {i}");
        },
        ["take texts"] = arguments =>
        {
            var taken = string.Join(',', SharedQueue<string>.Open(arguments[0]).GetConsumingEnumerable());
            Say(taken);
        },
        ["stop in queue"] = arguments =>
        {
            var queue = SharedQueue<string>.Open(arguments[0]);
            ItemRing.Reached = step =>
            {
                if (step != arguments[1]) return;
                Say("stopped");
                Hear();
            };
            if (arguments[1] == "written") queue.Add("half");
            else queue.Take();
        },
        ["answer"] = arguments =>
        {
            var pipe = SharedPipe<string>.Open(arguments[0]);
            try
            {
                while (true) pipe.Send(pipe.Receive().ToUpperInvariant());
            }
            catch (EndOfStreamException)
            {
                Say("heard all");
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

    /// <summary>Goes in and out, and notes the most that were ever inside.</summary>
    public static void TakeTurns(SharedSemaphore semaphore, SharedCounter inside, SharedArray<long> most, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var permit = semaphore.Enter();
            var now = inside.Increment();
            for (var seen = Volatile.Read(ref most[0]); seen < now; seen = Volatile.Read(ref most[0]))
                Interlocked.CompareExchange(ref most[0], now, seen);
            inside.Add(-1);
        }
    }

    /// <summary>Steps through phases with others. How often did somebody go on before all had come?</summary>
    public static int WorkInStep(SharedBarrier barrier, SharedArray<long> cells, int mine, int phases)
    {
        var early = 0;
        for (var phase = 1; phase <= phases; phase++)
        {
            cells.Span[mine] = phase;
            barrier.SignalAndWait();
            foreach (var cell in cells.Span)
                if (cell < phase) early++;
        }
        return early;
    }

    static string MakeArray() => new SharedArray<long>(3).Address;

    static void Forget()
    {
        for (var i = 0; i < 10; i++) _ = new SharedCounter(i);
    }

    static int CountFiles() => Directory.GetFiles("/proc/self/fd").Count(file => new FileInfo(file).LinkTarget is { } target && target.Contains("LearningKit.Shared"));

    /// <summary>How many segments this process has mapped.</summary>
    public static int CountMaps() => File.ReadLines("/proc/self/maps").Count(line => line.Contains("LearningKit.Shared"));

    static void Say(string line) => Console.WriteLine(line);

    /// <summary>Waits to be told to go on, or for the end of who would tell.</summary>
    static void Hear() => Console.ReadLine();
}
