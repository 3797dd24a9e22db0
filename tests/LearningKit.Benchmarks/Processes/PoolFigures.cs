using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using LearningKit.Measuring;
using LearningKit.Processes;

namespace LearningKit.Benchmarks;

/// <summary>
/// What the process pool takes, figure by figure: the half of processes.py that is ours. That script builds this file into a
/// small program against the published kit, runs it in turns with Python, and compares.
/// </summary>
public static class PoolFigures
{
    const int Workers = 2;
    const int Masks = 16;            // 1,024 processors, a bit each
    const string ShareOfThreads = "share of two processors that the threads had";
    const int Doubles = 8_000_000;   // 64 MB
    const int Numbers = 1_000_000;   // two halves of some 100 ms

    /// <summary>Takes one figure and prints its samples as JSON: seconds, or bytes.</summary>
    public static void Run(string figure)
    {
        Dictionary<string, double[]> samples = figure switch
        {
            "start" => Start(),
            "call" => Call(),
            "map" => Map(),
            "array" => Array(),
            "cpu" => Cpu(),
            "memory" => Memory(),
            _ => throw new ArgumentException($"There is no figure '{figure}'.", nameof(figure)),
        };
        Console.WriteLine(JsonSerializer.Serialize(samples));
    }

    /// <summary>From nothing to the first answer: the first pool of a process, and later ones.</summary>
    static Dictionary<string, double[]> Start()
    {
        double Fresh()
        {
            var start = Stopwatch.GetTimestamp();
            using var pool = new ProcessPool(Workers);
            if (pool.Apply(() => 42) != 42) throw new InvalidOperationException("A wrong answer.");
            return Since(start);
        }
        return new() { ["first"] = [Fresh()], ["later"] = Times(5, Fresh) };
    }

    static Dictionary<string, double[]> Call()
    {
        using var pool = new ProcessPool(Workers);
        void Once() => pool.Apply(static number => number + 1, 1.0);
        Warm(Once);
        return new() { ["call"] = Times(2000, () => Timed(Once)) };
    }

    static Dictionary<string, double[]> Map()
    {
        using var pool = new ProcessPool(Workers);
        int[] items = [.. Enumerable.Range(0, 10_000)];
        var samples = new Dictionary<string, double[]>();
        foreach (var chunk in (int[])[1, 10, 100, 1250])
        {
            void Once()
            {
                if (pool.Map(static item => item + 1, items, new() { ChunkSize = chunk })[^1] != 10_000) throw new InvalidOperationException("A wrong answer.");
            }
            Warm(Once);
            samples[$"{chunk}"] = Times(5, () => Timed(Once));
        }
        return samples;
    }

    /// <summary>64 MB to a worker and back: by value, and by an array that both share.</summary>
    static Dictionary<string, double[]> Array()
    {
        using var pool = new ProcessPool(Workers);
        var numbers = new double[Doubles];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = i;
        using var shared = new SharedArray<double>(numbers);
        void ByValue()
        {
            if (pool.Apply(static numbers => numbers, numbers)[^1] != Doubles - 1) throw new InvalidOperationException("A wrong answer.");
        }
        void Shared() => pool.Apply(static shared => shared[1]++, shared);
        Warm(ByValue, atLeast: 6);
        Warm(Shared);
        return new() { ["by value"] = Times(7, () => Timed(ByValue)), ["shared"] = Times(200, () => Timed(Shared)) };
    }

    /// <summary>The same halves of the same work: one after the other, by two threads, by two workers.</summary>
    static Dictionary<string, double[]> Cpu()
    {
        using var pool = new ProcessPool(Workers);
        int[] halves = [0, 1];
        var processors = Processors();
        (int Half, int Processor)[] placed = [.. halves.Select(half => (half, processors[half % processors.Length]))];
        Dictionary<string, Func<int>> ways = new()
        {
            ["serial"] = () => halves.Sum(Primes),
            ["threads"] = () =>
            {
                var found = new int[2];
                Thread[] threads = [.. placed.Select(at => new Thread(() => found[at.Half] = PrimesOn(at.Half, at.Processor)))];
                foreach (var thread in threads) thread.Start();
                foreach (var thread in threads) thread.Join();
                return found.Sum();
            },
            ["workers"] = () => pool.StarMap(PrimesOn, placed, new() { ChunkSize = 1 }).Sum(),
        };
        var truth = ways["serial"]();
        foreach (var way in ways.Values) Warm(() => { if (way() != truth) throw new InvalidOperationException("A wrong answer."); }, atLeast: 3);
        var samples = ways.Keys.Append(ShareOfThreads).ToDictionary(way => way, _ => new List<double>());
        for (var turn = 0; turn < 7; turn++)
        {
            foreach (var (name, way) in ways)
            {
                var before = Environment.CpuUsage.TotalTime;
                samples[name].Add(Timed(() => way()));
                if (name == "threads") samples[ShareOfThreads].Add((Environment.CpuUsage.TotalTime - before).TotalSeconds / (2 * samples[name][^1]));
            }
        }
        return samples.ToDictionary(way => way.Key, way => way.Value.ToArray());
    }

    /// <summary>Bytes that each worker has for itself after its first task.</summary>
    static Dictionary<string, double[]> Memory()
    {
        using var pool = new ProcessPool(Workers);
        pool.Map(static item => item + 1, Enumerable.Range(0, 100));
        Thread.Sleep(1000);   // idle, and not only just
        return new() { ["private"] = [.. pool.Workers.Select(worker => (double)ProcessMemory.Private(worker.ProcessId))] };
    }

    /// <summary>
    /// As <see cref="Primes"/>, on a processor that the other half does not use. Left to itself the system may keep two threads on
    /// one processor for longer than a sample takes; then its choice is measured and not the pool.
    /// </summary>
    static int PrimesOn(int half, int processor)
    {
        var mask = new ulong[Masks];
        mask[processor / 64] = 1UL << processor % 64;
        if (sched_setaffinity(0, sizeof(ulong) * Masks, mask) < 0) throw new InvalidOperationException($"The thread could not be moved to processor {processor}.");
        return Primes(half);
    }

    /// <summary>The processors that this process may use.</summary>
    static int[] Processors()
    {
        var mask = new ulong[Masks];
        if (sched_getaffinity(0, sizeof(ulong) * Masks, mask) < 0) throw new InvalidOperationException("The system does not tell which processors this process may use.");
        return [.. Enumerable.Range(0, 64 * Masks).Where(processor => (mask[processor / 64] >> processor % 64 & 1) != 0)];
    }

    [DllImport("libc")]
    static extern int sched_getaffinity(int thread, nuint size, ulong[] mask);

    [DllImport("libc")]
    static extern int sched_setaffinity(int thread, nuint size, ulong[] mask);

    /// <summary>Counts primes by trial division among every second odd number: as much work in both halves.</summary>
    static int Primes(int half)
    {
        var count = 0;
        for (var number = 3 + 2 * half; number < Numbers; number += 4)
        {
            var isPrime = true;
            for (var divisor = 3; divisor * divisor <= number && isPrime; divisor += 2) isPrime = number % divisor != 0;
            if (isPrime) count++;
        }
        return count;
    }

    /// <summary>Until the JIT has had its time, here and in the workers.</summary>
    static void Warm(Action work, int atLeast = 5)
    {
        var start = Stopwatch.GetTimestamp();
        for (var times = 0; times < atLeast || Since(start) < 1; times++) work();
    }

    static double[] Times(int count, Func<double> sample) => [.. Enumerable.Range(0, count).Select(_ => sample())];

    static double Timed(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Since(start);
    }

    static double Since(long start) => Stopwatch.GetElapsedTime(start).TotalSeconds;
}
