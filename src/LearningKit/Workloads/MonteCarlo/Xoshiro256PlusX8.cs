using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LearningKit.Workloads;

/// <summary>Eight neighbouring streams of <see cref="Xoshiro256Plus"/>, one in each lane of a 512-bit vector.</summary>
struct Xoshiro256PlusX8
{
    public const int Streams = 8;

    Vector512<ulong> s0, s1, s2, s3;

    /// <summary>The streams <paramref name="first"/> to <paramref name="first"/> + 7 of a seed, at their starts.</summary>
    public Xoshiro256PlusX8(int seed, long first)
    {
        Span<ulong> words = stackalloc ulong[4 * Streams];
        for (var lane = 0; lane < Streams; lane++)
            (words[lane], words[Streams + lane], words[2 * Streams + lane], words[3 * Streams + lane]) = Xoshiro256Plus.Stream(seed, first + lane).State;
        s0 = Vector512.Create<ulong>(words);
        s1 = Vector512.Create<ulong>(words[Streams..]);
        s2 = Vector512.Create<ulong>(words[(2 * Streams)..]);
        s3 = Vector512.Create<ulong>(words[(3 * Streams)..]);
    }

    /// <summary>The next number of each stream, as <see cref="Xoshiro256Plus.NextDouble"/> gives it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> NextDoubles()
    {
        var result = s0 + s3;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        // The compiler does not see a rotation in two shifts and an or; AVX-512 has an instruction for it.
        s3 = Avx512F.IsSupported ? Avx512F.RotateLeft(s3, 45) : (s3 << 45) | (s3 >> 19);
        return ((result >> 12) | Vector512.Create(Xoshiro256Plus.ExponentOfOne)).AsDouble() - Vector512<double>.One;
    }
}
