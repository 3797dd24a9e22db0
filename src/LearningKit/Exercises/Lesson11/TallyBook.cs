using LearningKit.Workloads;

namespace LearningKit.Exercises;

/// <summary>
/// A book of stars that several processes write: a file with one number. <see cref="Look"/> may be called by any number of
/// workers at once, <see cref="Enter"/> by one at a time.
/// </summary>
/// <param name="Looking">Sees who looks.</param>
/// <param name="Writing">Sees who writes.</param>
/// <param name="Folder">Where the book lies.</param>
public sealed record TallyBook(ProcessGauge Looking, ProcessGauge Writing, string Folder)
{
    string Total => Path.Combine(Folder, "total");

    /// <summary>The number in the book.</summary>
    public long Stars => File.Exists(Total) ? long.Parse(File.ReadAllText(Total)) : 0;

    /// <summary>Counts the stars of a picture. The costly part: it need not wait for anybody.</summary>
    /// <param name="picture">The picture's number.</param>
    public long Look(int picture)
    {
        using var visit = Looking.Enter();
        File.AppendAllText(Path.Combine(Folder, $"looked-{picture}-{Guid.NewGuid():N}"), "");
        return new CountStars(new StarField(160, 160, Seed: picture)).Solve().Count;
    }

    /// <summary>Adds to the number in the book: reads it, and writes a larger one in its place. Not safe between processes.</summary>
    public void Enter(long stars)
    {
        var before = Stars;
        using var visit = Writing.Enter();   // whoever comes meanwhile has read the same number
        var copy = Path.Combine(Folder, $"copy-{Guid.NewGuid():N}");
        File.WriteAllText(copy, $"{before + stars}");
        File.Move(copy, Total, overwrite: true);
    }

    /// <summary>How often a picture was looked at.</summary>
    internal int LooksAt(int picture) => Directory.GetFiles(Folder, $"looked-{picture}-*").Length;
}
