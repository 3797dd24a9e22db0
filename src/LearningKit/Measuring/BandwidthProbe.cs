using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearningKit.Measuring;

/// <summary>
/// Measures memory bandwidth by the rules of McCalpin's STREAM (www.cs.virginia.edu/stream): arrays of at least four times the
/// largest cache, the bytes counted that the program asks for, the best of several runs after a first that is not counted.
/// </summary>
/// <remarks>Stores go past the caches where the processor can, so what is measured is what memory can do.</remarks>
static unsafe class BandwidthProbe
{
    const int Runs = 5;
    const int Alignment = 64;
    const long LeastBytes = 32L << 20;

    /// <summary>Four times the largest cache, but so little that three arrays fit well into the memory that is there.</summary>
    public static long ArrayBytes =>
        Math.Min(Math.Max(LeastBytes, 4 * (MachineReader.LargestCache() ?? 0)), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 12);

    public static Bandwidth Measure(long arrayBytes, CancellationToken cancel)
    {
        var points = new List<BandwidthPoint>();
        long bytes = 0;
        foreach (var threads in Crew.Sizes())
        {
            using var arrays = new Arrays(arrayBytes, threads);
            bytes = arrays.Bytes;
            arrays.Touch();
            points.Add(new(threads, Best(arrays.Copy, 2), Best(arrays.Triad, 3)));

            double Best(Func<double> run, int streams)
            {
                run();
                var best = double.PositiveInfinity;
                for (var i = 0; i < Runs; i++)
                {
                    cancel.ThrowIfCancellationRequested();
                    best = Math.Min(best, run());
                }
                return streams * arrays.Bytes / best / 1e9;
            }
        }
        return new(bytes, points);
    }

    /// <summary>Three arrays, of which each thread owns one block; it touches its block first, so that it lies near it.</summary>
    sealed class Arrays : IDisposable
    {
        readonly int threads;
        readonly nint block;
        readonly double* a, b, c;   // one block of memory, one array after the other

        public Arrays(long bytes, int threads)
        {
            this.threads = threads;
            block = (nint)(bytes / sizeof(double) / threads / 8 * 8);
            Bytes = block * threads * sizeof(double);
            a = (double*)NativeMemory.AlignedAlloc((nuint)(3 * Bytes), Alignment);
            b = a + block * threads;
            c = b + block * threads;
        }

        public long Bytes { get; }

        public void Touch() => Crew.Run(threads, (number, _) =>
        {
            var first = number * block;
            new Span<double>(a + first, (int)block).Fill(1);
            new Span<double>(b + first, (int)block).Fill(2);
            new Span<double>(c + first, (int)block).Fill(3);
        });

        public double Copy() => Crew.Run(threads, (number, _) => CopyBlock(a + number * block, b + number * block, block));

        public double Triad() => Crew.Run(threads, (number, _) => TriadBlock(a + number * block, b + number * block, c + number * block, block));

        public void Dispose() => NativeMemory.AlignedFree(a);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void CopyBlock(double* to, double* from, nint count)
    {
        for (nint i = 0; i < count; i += 8)
        {
            Vector256.LoadAligned(from + i).StoreAlignedNonTemporal(to + i);
            Vector256.LoadAligned(from + i + 4).StoreAlignedNonTemporal(to + i + 4);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void TriadBlock(double* to, double* left, double* right, nint count)
    {
        var scale = Vector256.Create(3.0);
        for (nint i = 0; i < count; i += 8)
        {
            (Vector256.LoadAligned(left + i) + scale * Vector256.LoadAligned(right + i)).StoreAlignedNonTemporal(to + i);
            (Vector256.LoadAligned(left + i + 4) + scale * Vector256.LoadAligned(right + i + 4)).StoreAlignedNonTemporal(to + i + 4);
        }
    }
}
