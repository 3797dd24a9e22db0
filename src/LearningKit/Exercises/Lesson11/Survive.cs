namespace LearningKit.Exercises;

/// <summary>The learner keeps all that can be computed when one item kills its worker and another throws.</summary>
public sealed class Survive() : Exercise<Func<Func<int, long>, int, PooledAnswer<Survivors>>>(
    id: "11-survive",
    title: "Survive a dying worker",
    task: "Write ComputeAll(pool, work, items): the results of all items that can be computed, and the numbers of those whose work throws or kills its worker.",
    "Map has one answer for all items, so one bad item spoils it. Which call gives every item a promise of its own?",
    "Make all promises first: Task<long>[] promises, promises[item] = pool.ApplyAsync(work, item). Then look at them one by one.",
    "For each item: try { results[item] = promises[item].GetAwaiter().GetResult(); } catch (Exception) { lost.Add(item); }")
{
    const int Items = 9, Deadly = 4, Broken = 6;

    /// <inheritdoc/>
    protected override CheckResult Examine(Func<Func<int, long>, int, PooledAnswer<Survivors>> answer)
    {
        PooledAnswer<Survivors> run;
        try
        {
            run = answer(new PoisonedWork(Environment.ProcessId, Deadly, Broken).Do, Items);
        }
        catch (Exception exception) when (exception is not (NotImplementedException or ThreadInterruptedException))
        {
            return NotYet($"{exception.GetType().Name}: {exception.Message}", "One bad item took all the others with it. Give each item a promise of its own: pool.ApplyAsync(work, item).");
        }

        if (run.Answer is not { Results: { } results, Lost: { } lost }) return NotYet("No results came back.", "Return new Survivors(results, lost).");
        if (run.Items == 0) return NotYet("No worker has computed anything.", "work belongs into the pool. Called here, one of the items would have killed this notebook: pool.ApplyAsync(work, item).");
        int[] good = [.. Enumerable.Range(0, Items).Where(item => item is not (Deadly or Broken))];
        foreach (var bad in new[] { Broken, Deadly })
        {
            if (results.ContainsKey(bad))
                return NotYet($"Item {bad} has the result {results[bad]}, but it {(bad == Broken ? "threw" : "killed its worker")}.", "An item that could not be computed has no result, not even 0. Its number belongs to the lost ones.");
        }
        if (good.FirstOrDefault(lost.Contains, -1) is >= 0 and var spared)
            return NotYet($"Item {spared} is among the lost ones, but nothing is wrong with it.", "A Map shares the fate of its worst item. Give each item a promise of its own: pool.ApplyAsync(work, item).");
        if (good.FirstOrDefault(item => !results.ContainsKey(item), -1) is >= 0 and var missing)
            return NotYet($"Item {missing} is missing.", "Go on after a bad item: try and catch belong inside the loop.");
        if (good.FirstOrDefault(item => results[item] != PoisonedWork.Result(item), -1) is >= 0 and var wrong)
            return NotYet($"Item {wrong} has the result {results[wrong]}.", "Each result belongs to the item that it was computed from.");
        if (!lost.Order().SequenceEqual([Deadly, Broken]))
            return NotYet($"Lost: {(lost.Count == 0 ? "none" : string.Join(", ", lost.Order()))}.", "Report every item that has no result, once: one of them killed its worker, one threw.");
        return run.Items == good.Length
            ? Passed($"{good.Length} of {Items} items computed once each; the one that killed its workers and the one that threw are named.")
            : NotYet($"The workers have computed {run.Items} items to get {good.Length} results.", "What was computed once need not be computed again: keep it while you look for the bad ones.");
    }
}
