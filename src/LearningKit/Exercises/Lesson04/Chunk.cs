namespace LearningKit.Exercises;

/// <summary>The learner chooses a grain from what an item and a task cost.</summary>
public sealed class Chunk() : Exercise<Func<long, int, double, double, long>>(
    id: "04-chunk",
    title: "Choose a chunk",
    task: "Write Grain(items, workers, itemSeconds, taskSeconds): the smallest grain worth twenty tasks' cost, at most items / workers rounded up, at least 1.",
    "Begin with rule 1 alone: grain * itemSeconds must be at least 20 * taskSeconds. Solve for the grain, and round up: Math.Ceiling.",
    "Rule 2: (items + workers - 1) / workers is items / workers, rounded up, for whole numbers.",
    "Math.Max(1, Math.Min(rule 1, rule 2)).")
{
    /// <inheritdoc/>
    protected override CheckResult Examine(Func<long, int, double, double, long> answer)
    {
        // Costs are powers of two, so that no rounding decides: 2^-20 s is about a microsecond.
        const double Tick = 1.0 / (1 << 20);
        (long Items, int Workers, double Item, double Task, long Right, string Rule)[] problems =
        [
            (1_000_000, 4, Tick, 4 * Tick, 80, "even"),
            (1_000_000, 4, 8 * Tick, 1 * Tick, 3, "round"),
            (100, 8, Tick, 4 * Tick, 13, "cap"),
            (1_000, 2, 4096 * Tick, Tick, 1, "least"),
            (5, 16, Tick, Tick, 1, "cap"),
            (1_000_000_000_000, 64, Tick / 64, 2 * Tick, 2_560, "even"),
            (0, 4, Tick, Tick, 1, "least"),
        ];
        foreach (var (items, workers, item, task, right, rule) in problems)
        {
            var grain = answer(items, workers, item, task);
            if (grain == right) continue;
            return NotYet(
                $"For {items:N0} items of {item / Tick:0.###} and tasks of {task / Tick:0.###} millionths of a second on {workers} workers, the grain {grain:N0} came back instead of {right:N0}.",
                rule switch
                {
                    "even" when grain < right => $"The items of a task are worth {grain * item / task:0.###} times a task's cost. At least twenty times is asked for: which of the two costs is divided by which?",
                    "even" => "A smaller grain is worth twenty tasks' cost already, and smaller grains balance better.",
                    "round" => "A grain that is rounded down is worth less than twenty tasks' cost. Round up.",
                    "cap" => "Some worker gets nothing to do, or the last item is left over: at most items / workers, rounded up.",
                    _ => "A task holds at least 1 item.",
                });
        }
        return Passed($"{problems.Length} problems, from 0 to a million million items: each grain worth its tasks, and no worker idle.");
    }
}
