using LearningKit.Tables;

namespace LearningKit.Exercises;

/// <summary>Work on a table in parts.</summary>
/// <param name="Apply">Called on each part, perhaps in another process: from its rows to what is sent home.</param>
/// <param name="Combine">Called once on all that came home, below each other in the order of the parts.</param>
public sealed record SplitApply(Func<Table, Table> Apply, Func<Table, Table> Combine)
{
    /// <summary>Applies to each part, puts together what comes back, combines.</summary>
    internal Table Over(IEnumerable<Table> parts, out int sent)
    {
        var home = Table.Concat(parts.Select(Apply));
        sent = home.RowCount;
        return Combine(home);
    }
}
