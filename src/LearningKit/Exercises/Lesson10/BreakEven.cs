namespace LearningKit.Exercises;

/// <summary>The learner finds the payload from which it pays to send it to workers.</summary>
public sealed class BreakEven() : Exercise<Func<CallCost, long?>>(
    id: "10-break-even",
    title: "Find the break-even size",
    task: "Write BreakEven(cost): the least whole number of bytes for which cost.There(bytes) is less than cost.Here(bytes), or null when there is none.",
    "What does one more byte save? It is computed by several instead of one, but it must be sent first. All of that is in There and Here: subtract them.",
    "The gain of a byte is WorkPerByte - WorkPerByte / Workers - 1 / BytesPerSecond. If that is not above zero, no size will ever pay.",
    "Enough bytes must gain what a call costs: bytes * gain > FixedSeconds. So bytes = FixedSeconds / gain, rounded down, plus 1.")
{
    /// <inheritdoc/>
    protected override CheckResult Examine(Func<CallCost, long?> answer)
    {
        // Powers of two and their small multiples, so that no rounding decides: 2^-30 s is about a nanosecond.
        const double Tick = 1.0 / (1 << 30);
        (CallCost Cost, long? Right)[] problems =
        [
            (new(FixedSeconds: 1 << 17, BytesPerSecond: 1, WorkPerByte: 16, Workers: 2), 18_725),
            (new(FixedSeconds: 1 << 17, BytesPerSecond: 1, WorkPerByte: 0.5, Workers: 2), null),
            (new(FixedSeconds: 1 << 17, BytesPerSecond: 1, WorkPerByte: 2, Workers: 2), null),
            (new(FixedSeconds: 5 << 10, BytesPerSecond: 2, WorkPerByte: 4, Workers: 4), 2_049),
            (new(FixedSeconds: 1 << 17, BytesPerSecond: 4, WorkPerByte: 64, Workers: 1), null),
            (new(FixedSeconds: 0, BytesPerSecond: 8, WorkPerByte: 1, Workers: 8), 1),
            (new(FixedSeconds: 1L << 40, BytesPerSecond: 16, WorkPerByte: 0.125, Workers: 16), (1L << 40) * 128 / 7 + 1),
        ];
        foreach (var (ticks, right) in problems)
        {
            // The table counts in ticks, and bytes a tick.
            var cost = ticks with { FixedSeconds = ticks.FixedSeconds * Tick, BytesPerSecond = ticks.BytesPerSecond / Tick, WorkPerByte = ticks.WorkPerByte * Tick };
            var bytes = answer(cost);
            if (bytes != right) return NotYet($"For {cost} came back {Say(bytes)} instead of {Say(right)}.", HintFor(cost, bytes, right));
        }
        return Passed($"{problems.Length} machines, from one where a single byte pays to those where nothing ever does.");
    }

    static string HintFor(CallCost cost, long? bytes, long? right)
    {
        if (bytes is not { } size) return "There is such a size: more bytes gain more, and the fixed cost stays what it is.";
        if (right is not { } least)
            return cost.Workers == 1
                ? "One worker computes no faster than you do, and the bytes must be sent as well: null."
                : "Here a byte costs at least as much to send as its sharing saves, so that no size pays: null.";
        var perByte = cost.WorkPerByte;
        if (Near(size, cost.FixedSeconds / (perByte - perByte / cost.Workers))) return "That forgets that the bytes must travel: each costs 1 / BytesPerSecond.";
        if (Near(size, cost.FixedSeconds / (perByte - 1 / cost.BytesPerSecond))) return "That forgets that the workers must compute, too: each byte still costs WorkPerByte / Workers.";
        if (size == least - 1)
            return cost.There(size) == cost.Here(size)
                ? "At that size both take equally long. Asked for is the first at which the workers are faster."
                : "At that size the workers are not yet faster: a number rounded down is a byte too few.";
        return size < least
            ? $"At {size:N0} bytes the workers take {cost.There(size):0.0e0} s and you {cost.Here(size):0.0e0} s: that is too few bytes."
            : $"At {size - 1:N0} bytes, one less, the workers are faster already.";
    }

    static bool Near(long bytes, double formula) => Math.Abs(bytes - formula) <= 1;

    static string Say(long? bytes) => bytes is { } size ? $"{size:N0}" : "null";
}
