using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>
/// The generator xoshiro256+: 256 bits of state, a period of 2^256 - 1, made for floating-point numbers. A seed has
/// 2^62 streams, numbered, each with its own starting state: whoever draws from stream 17 draws the same numbers.
/// </summary>
/// <remarks>
/// Source: D. Blackman, S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47(4), 2021
/// (prng.di.unimi.it). States are filled from <see cref="SplitMix64"/>, as the authors advise.
/// <para>Misuse: it is a value. A copy repeats the numbers of the original. Not for secrets.</para>
/// </remarks>
/// <param name="s0">First word of the state. The four must not all be zero.</param>
/// <param name="s1">Second word.</param>
/// <param name="s2">Third word.</param>
/// <param name="s3">Fourth word.</param>
public struct Xoshiro256Plus(ulong s0, ulong s1, ulong s2, ulong s3)
{
    /// <summary>The bits of the number 1: put in front of 52 bits, they make a number from 1 to 2.</summary>
    internal const ulong ExponentOfOne = 0x3FF0000000000000;

    /// <summary>The generator at the start of one stream of a seed.</summary>
    /// <param name="seed">Any number; each has streams of its own.</param>
    /// <param name="stream">The stream's number, from 0.</param>
    public static Xoshiro256Plus Stream(int seed, long stream)
    {
        var key = SplitMix64.Mix((uint)seed);
        var word = 4 * (ulong)stream;
        return new(SplitMix64.At(key, word), SplitMix64.At(key, word + 1), SplitMix64.At(key, word + 2), SplitMix64.At(key, word + 3));
    }

    /// <summary>The state, word by word.</summary>
    public readonly (ulong S0, ulong S1, ulong S2, ulong S3) State => (s0, s1, s2, s3);

    /// <summary>The next 64 random bits. The lowest three are the weakest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        var result = s0 + s3;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>The next number from 0 up to, but not including, 1: a multiple of 2^-52.</summary>
    /// <remarks>
    /// 52 random bits behind the exponent of 1 make a number from 1 to 2; so can vector units without a conversion from
    /// 64-bit integers. A vector register does it here, since the integer units have their hands full with <see cref="Next"/>.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() =>
        ((Vector128.CreateScalarUnsafe(Next()) >> 12) | Vector128.Create(ExponentOfOne)).AsDouble().ToScalar() - 1;
}
