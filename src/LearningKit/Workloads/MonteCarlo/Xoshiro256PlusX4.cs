using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>Four neighbouring streams of <see cref="Xoshiro256Plus"/>, one in each lane of a 256-bit vector.</summary>
struct Xoshiro256PlusX4
{
    public const int Streams = 4;

    Vector256<ulong> s0, s1, s2, s3;

    /// <summary>The streams <paramref name="first"/> to <paramref name="first"/> + 3 of a seed, at their starts.</summary>
    public Xoshiro256PlusX4(int seed, long first)
    {
        var (a, b, c, d) = (State(0), State(1), State(2), State(3));
        s0 = Vector256.Create(a.S0, b.S0, c.S0, d.S0);
        s1 = Vector256.Create(a.S1, b.S1, c.S1, d.S1);
        s2 = Vector256.Create(a.S2, b.S2, c.S2, d.S2);
        s3 = Vector256.Create(a.S3, b.S3, c.S3, d.S3);

        (ulong S0, ulong S1, ulong S2, ulong S3) State(int lane) => Xoshiro256Plus.Stream(seed, first + lane).State;
    }

    /// <summary>The next number of each stream, as <see cref="Xoshiro256Plus.NextDouble"/> gives it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> NextDoubles()
    {
        var result = s0 + s3;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = (s3 << 45) | (s3 >> 19);
        return ((result >> 12) | Vector256.Create(Xoshiro256Plus.ExponentOfOne)).AsDouble() - Vector256<double>.One;
    }
}
