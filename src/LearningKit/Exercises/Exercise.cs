namespace LearningKit.Exercises;

/// <summary>A task in a lesson: a stub in the notebook, a check and hints here, a solution that opens after passing.</summary>
/// <remarks>Not thread-safe: a learner runs one cell at a time.</remarks>
public abstract class Exercise
{
    private protected Exercise(string id, string title, string task, IReadOnlyList<string> hints) =>
        (Id, Title, Task, Hints) = (id, title, task, hints);

    /// <summary>The lesson's number, a hyphen and the exercise's name, for example "03-rebalance".</summary>
    public string Id { get; }

    /// <summary>The lesson's number.</summary>
    public int Lesson => int.Parse(Id.AsSpan(0, 2));

    /// <summary>The title, as the notebook's heading has it.</summary>
    public string Title { get; }

    /// <summary>What is to be done, in one or two sentences.</summary>
    public string Task { get; }

    /// <summary>Hints from the gentlest to the plainest.</summary>
    public IReadOnlyList<string> Hints { get; }

    /// <summary>How a cell names the exercise, for example "Lesson03.Rebalance".</summary>
    public string CodeName => $"Lesson{Id[..2]}.{GetType().Name}";

    /// <summary>Gives one more hint than last time. The number of hints is kept with the progress.</summary>
    public Hint Hint()
    {
        var update = ProgressFile.Default.Update(progress => progress.With(Id, own => own with { Hints = Math.Min(own.Hints + 1, Hints.Count) }));
        return new(Title, [.. Hints.Take(update.Progress.Of(Id).Hints)], Hints.Count);
    }

    /// <summary>Shows a solution after the exercise has passed.</summary>
    /// <param name="peek">True opens it before that; the progress file then says so.</param>
    public Solution Solution(bool peek = false)
    {
        var passed = ProgressFile.Default.Load().Progress.Of(Id).IsPassed;
        if (!passed && !peek)
            return new($"{Title}: the solution opens after the check has passed",
                $"To see it now: {CodeName}.Solution(peek: true). Your progress will say that you looked.", Code: null);

        if (!passed)
            ProgressFile.Default.Update(progress => progress.With(Id, own => own with { SolutionSeen = own.SolutionSeen ?? DateTimeOffset.Now }));
        return new($"{Title}: a solution",
            passed ? "Compare it with yours: there is more than one right answer." : "Read it, close it, and write it again yourself.", SolutionText);
    }

    /// <summary>The solution's text: a cell that replaces the stub. Tests run exactly this.</summary>
    /// <exception cref="FileNotFoundException">There is no such resource: Solutions/ lacks the exercise's file.</exception>
    internal string SolutionText
    {
        get
        {
            var name = $"solutions/{Id}.csx";
            using var stream = typeof(Exercise).Assembly.GetManifestResourceStream(name)
                ?? throw new FileNotFoundException($"Exercise {Id} has no solution. Add src/LearningKit/Exercises/Solutions/{Id}.csx.", name);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd().TrimEnd();
        }
    }
}
