using LearningKit.Workloads;

namespace LearningKit.Exercises;

/// <summary>The learner mends a program that counts in a static field, of which every worker has its own.</summary>
public sealed class MendTheStatic() : Exercise<Func<byte[][], PooledAnswer<long[]>>>(
    id: "10-mend-the-static",
    title: "Mend the static",
    task: "Write Histogram(pool, pictures): the workers count how often each of the 256 shades occurs, and you gather what they return.",
    "Nothing that a worker writes into a variable of its own comes back. Only what the function returns does.",
    "Let the function make a new long[256] for its picture, count into that, and return it.",
    "Gather: a long[256] here, to which you add every partial histogram, shade by shade.")
{
    /// <inheritdoc/>
    protected override CheckResult Examine(Func<byte[][], PooledAnswer<long[]>> answer)
    {
        // More pictures than workers, so that some worker counts several; their sizes differ.
        byte[][] pictures = [.. Enumerable.Range(1, 7).Select(i => new Texture(16 * i, 24, Seed: i).Render().Samples)];
        var expected = new long[256];
        foreach (var shade in pictures.SelectMany(picture => picture)) expected[shade]++;

        var run = answer(pictures);
        if (run.Answer is not { Length: 256 } shades) return NotYet($"{run.Answer?.Length ?? 0} counts came back.", "There are 256 shades: return a long[256].");
        var (counted, pixels) = (shades.Sum(), expected.Sum());
        if (counted == 0)
            return NotYet("All counts are 0 here.", "The workers have counted, each in a static of its own process. Return what was counted.");
        if (counted > pixels)
            return NotYet($"{counted:N0} pixels were counted, but there are {pixels:N0}.", "A worker's static still holds the pictures that it had before. Count each picture into a new array.");
        if (counted < pixels)
            return NotYet($"{counted:N0} pixels were counted of {pixels:N0}.", "Gather all partial histograms: add each of them to the total.");
        if (!shades.SequenceEqual(expected)) return NotYet("As many pixels as there are, but not the right shades.", "The count of a shade stands at the place of the shade: counts[pixel]++.");
        if (run.Items < pictures.Length)
            return NotYet($"The workers have seen {run.Items} of {pictures.Length} pictures.", "The counts are right, but they were made here. Let the pool count: pool.Map over the pictures.");
        return Passed($"{pixels:N0} pixels of {pictures.Length} pictures, each counted once, by the workers.");
    }
}
