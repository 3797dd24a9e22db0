using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LearningKit.Workloads;

/// <summary>The vector triad a = b + s c in vectors, with stores through the caches or past them.</summary>
public static unsafe class VectorTriad
{
    /// <summary>As <see cref="PlainTriad.Run"/>, several elements at a time: it gains where the arrays are in a cache.</summary>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    public static void Run(Span<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, double s)
    {
        var i = 0;
        var scale = Vector256.Create(s);
        if (a.Length == b.Length && a.Length == c.Length)
        {
            fixed (double* pa = a, pb = b, pc = c)
            {
                for (; i + 8 <= a.Length; i += 8)
                {
                    (Vector256.Load(pb + i) + scale * Vector256.Load(pc + i)).Store(pa + i);
                    (Vector256.Load(pb + i + 4) + scale * Vector256.Load(pc + i + 4)).Store(pa + i + 4);
                }
            }
        }
        PlainTriad.Run(a[i..], b[i..], c[i..], s);
    }

    /// <summary>
    /// The same with non-temporal stores: a goes to memory without being read first, 24 bytes an element instead of 32.
    /// It pays where a is larger than the last cache, and costs dearly where a would have stayed in it.
    /// </summary>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    public static void RunPastCache(Span<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, double s)
    {
        if (a.Length != b.Length || a.Length != c.Length || !Sse.IsSupported)
        {
            Run(a, b, c, s);
            return;
        }
        var head = Math.Min(a.Length, ElementsToAlignment(a));
        PlainTriad.Run(a[..head], b[..head], c[..head], s);
        var i = head;
        var scale = Vector256.Create(s);
        fixed (double* pa = a, pb = b, pc = c)
        {
            // Whole cache lines at a time, so that each leaves the processor in one piece.
            for (; i + 8 <= a.Length; i += 8)
            {
                (Vector256.Load(pb + i) + scale * Vector256.Load(pc + i)).StoreAlignedNonTemporal(pa + i);
                (Vector256.Load(pb + i + 4) + scale * Vector256.Load(pc + i + 4)).StoreAlignedNonTemporal(pa + i + 4);
            }
        }
        Sse.StoreFence();   // such stores are weakly ordered: this makes them visible before whatever follows
        PlainTriad.Run(a[i..], b[i..], c[i..], s);
    }

    static int ElementsToAlignment(Span<double> a)
    {
        const int line = 64;
        fixed (double* p = a) return (int)((line - (nint)p % line) % line / sizeof(double));
    }
}
