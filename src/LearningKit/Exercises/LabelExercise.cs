namespace LearningKit.Exercises;

/// <summary>An exercise in which several named things each get the one label that fits.</summary>
/// <typeparam name="TLabel">The labels. The default value means "not decided yet".</typeparam>
/// <param name="id">The lesson's number, a hyphen and a name in kebab-case.</param>
/// <param name="title">As in the notebook's heading.</param>
/// <param name="task">One or two sentences.</param>
/// <param name="right">For each name the right label, and a hint that a wrong or missing label gets.</param>
/// <param name="praise">What is said when all labels are right.</param>
/// <param name="hints">From the gentlest to the plainest.</param>
public abstract class LabelExercise<TLabel>(
    string id, string title, string task, IReadOnlyDictionary<string, (TLabel Label, string Hint)> right, string praise, IReadOnlyList<string> hints)
    : Exercise<IReadOnlyDictionary<string, TLabel>>(id, title, task, hints)
    where TLabel : struct, Enum
{
    /// <inheritdoc/>
    protected override CheckResult Examine(IReadOnlyDictionary<string, TLabel> answer)
    {
        TLabel Given(string name) => answer.GetValueOrDefault(name);
        var open = right.Keys.Where(name => Given(name).Equals(default(TLabel))).ToList();
        var wrong = right.Keys.Where(name => !Given(name).Equals(right[name].Label)).Except(open).ToList();

        if (open.Count == right.Count) return Unsolved();
        if (wrong.Count == 0 && open.Count == 0) return Passed(praise);
        var count = $"{right.Count - open.Count - wrong.Count} of {right.Count} are right.";
        return wrong.Count == 0
            ? NotYet($"{count} Still open: {string.Join(", ", open)}.", right[open[0]].Hint)
            : NotYet($"{count} Look again at {string.Join(", ", wrong)}.", right[wrong[0]].Hint);
    }
}
