namespace LearningKit.Exercises;

/// <summary>An exercise whose answer is a <typeparamref name="TAnswer"/>: a function the learner wrote, or data.</summary>
/// <typeparam name="TAnswer">What the learner hands in.</typeparam>
/// <example>
/// In a notebook:
/// <code>Lesson03.Rebalance.Check(MyRebalance)</code>
/// </example>
public abstract class Exercise<TAnswer> : Exercise
{
    /// <summary>Describes an exercise.</summary>
    /// <param name="id">The lesson's number, a hyphen and a name in kebab-case.</param>
    /// <param name="title">As in the notebook's heading.</param>
    /// <param name="task">One or two sentences.</param>
    /// <param name="hints">From the gentlest to the plainest, at least two.</param>
    protected Exercise(string id, string title, string task, params IReadOnlyList<string> hints) : base(id, title, task, hints)
    {
    }

    /// <summary>Judges an answer and keeps the verdict with the progress. Never throws.</summary>
    /// <param name="answer">What the learner wrote; null counts as not begun.</param>
    public CheckResult Check(TAnswer? answer)
    {
        var result = Judge(answer);
        if (result.Outcome == CheckOutcome.Unsolved) return result;
        var update = ProgressFile.Default.Update(progress => progress.With(Id, own => own.After(result.Passed, DateTimeOffset.Now)));
        return result with { Notice = update.Notice };
    }

    /// <summary>
    /// Judges an answer that is there. Decide by what cannot depend on luck or on the clock: answers to inputs the
    /// learner has not seen, a ledger of items, a gauge of concurrency. Return <see cref="Passed"/>, <see cref="NotYet"/>
    /// or <see cref="Unsolved"/>; what the learner's code throws is reported by the caller.
    /// </summary>
    protected abstract CheckResult Examine(TAnswer answer);

    /// <summary>The answer is right.</summary>
    /// <param name="message">What was proven, with numbers.</param>
    protected CheckResult Passed(string message) => new(Title, CheckOutcome.Passed, message);

    /// <summary>The answer is not right yet.</summary>
    /// <param name="message">What was seen.</param>
    /// <param name="hint">What to think about, made for this mistake.</param>
    protected CheckResult NotYet(string message, string hint) => new(Title, CheckOutcome.NotYet, message, hint);

    /// <summary>There is nothing to judge yet.</summary>
    /// <param name="message">What is missing.</param>
    protected CheckResult Unsolved(string message = "The cell above still waits for your answer.") =>
        new(Title, CheckOutcome.Unsolved, $"{message} {Task}", $"{CodeName}.Hint() in a cell of its own helps one step at a time.");

    CheckResult Judge(TAnswer? answer)
    {
        if (answer is null) return Unsolved();
        try
        {
            return Examine(answer);
        }
        catch (Exception exception) when (exception is not ThreadInterruptedException)   // how a kernel stops a cell
        {
            var cause = Innermost(exception);
            if (cause is NotImplementedException) return Unsolved();
            var place = cause.StackTrace?.Split('\n', 2)[0].Trim() ?? "an unknown place";
            return NotYet($"Your code threw {cause.GetType().Name}: {cause.Message}",
                $"It was thrown {place}. Call your function yourself with a small input, and look at what comes back.");
        }
    }

    static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner) exception = inner;
        return exception;
    }
}
