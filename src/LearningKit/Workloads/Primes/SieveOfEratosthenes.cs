namespace LearningKit.Workloads;

/// <summary>The sieve as it is taught: strike out the multiples of each prime, and what is left is prime.</summary>
public static class SieveOfEratosthenes
{
    /// <summary>The primes up to <paramref name="limit"/>, in order. Needs one byte for each number.</summary>
    public static IEnumerable<int> Primes(int limit)
    {
        var struck = new bool[Math.Max(limit, 0) + 1L];
        for (var number = 2; number <= limit; number++)
        {
            if (struck[number]) continue;
            yield return number;
            for (var multiple = (long)number * number; multiple <= limit; multiple += number) struck[multiple] = true;
        }
    }
}
