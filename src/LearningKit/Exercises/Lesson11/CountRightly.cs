using LearningKit.Workloads;

namespace LearningKit.Exercises;

/// <summary>The learner holds a lock between processes around what must not happen twice at once, and around nothing else.</summary>
public sealed class CountRightly() : Exercise<Func<TallyBook, int, PooledAnswer<long>>>(
    id: "11-count-rightly",
    title: "Count rightly with a lock between processes",
    task: "Write CountAll(pool, book, pictures): the workers call book.Look(picture) for each picture, several at once, and book.Enter(stars) for each result, one at a time; return book.Stars.",
    "A lock statement locks threads of one process. Between processes it takes a SharedLock, which travels to the workers by its name.",
    "Look first, then lock: var stars = book.Look(picture); using (gate.Enter()) book.Enter(stars);",
    "pool.Map(picture => { var stars = book.Look(picture); using (gate.Enter()) book.Enter(stars); return stars; }, Enumerable.Range(0, pictures), new() { ChunkSize = 1 });")
{
    const int Pictures = 6;

    /// <summary>Only wrong answers wait as long as this.</summary>
    static readonly TimeSpan lookers = TimeSpan.FromSeconds(8);

    /// <summary>Right answers wait as long as this, once: that is how long a second writer is given to show itself.</summary>
    static readonly TimeSpan writers = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override CheckResult Examine(Func<TallyBook, int, PooledAnswer<long>> answer)
    {
        var folder = Directory.CreateTempSubdirectory("learningkit-tally-").FullName;
        try
        {
            var book = new TallyBook(Gauge("looking", lookers), Gauge("writing", writers), folder);
            return Examine(answer, book);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        ProcessGauge Gauge(string name, TimeSpan patience) => new(Directory.CreateDirectory(Path.Combine(folder, name)).FullName, patience);
    }

    CheckResult Examine(Func<TallyBook, int, PooledAnswer<long>> answer, TallyBook book)
    {
        var expected = Enumerable.Range(0, Pictures).Sum(picture => (long)new CountStars(new StarField(160, 160, Seed: picture)).Solve().Count);
        var run = answer(book, Pictures);

        for (var picture = 0; picture < Pictures; picture++)
            if (book.LooksAt(picture) is not 1 and var times)
                return NotYet($"Picture {picture} was looked at {times} times.", "Each picture from 0 to pictures - 1, once.");
        if (run.Items == 0) return NotYet("The pool had nothing to do.", "Let the workers look and write: pool.Map over the pictures' numbers.");
        if (book.Writing.SawTwo)
            return NotYet($"Two workers wrote into the book at the same time. It says {book.Stars} stars; there are {expected}.",
                "Each read the number, and each wrote it back: one of the two was lost. Hold a SharedLock around book.Enter; a lock statement reaches no other process.");
        if (!book.Looking.SawTwo)
            return NotYet("Never did two workers look at the same time.", "The lock is held too long, or one task has all the pictures: lock around book.Enter only, and let the pool hand out single pictures.");
        if (book.Stars != expected) return NotYet($"The book says {book.Stars} stars; there are {expected}.", "Enter what Look has found, once for each picture.");
        if (run.Answer != expected) return NotYet($"You returned {run.Answer}; the book says {book.Stars}.", "Return book.Stars when all have written.");
        return Passed($"{expected} stars of {Pictures} pictures: looked at by two workers at once, written by one at a time.");
    }
}
