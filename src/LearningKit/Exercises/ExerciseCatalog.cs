namespace LearningKit.Exercises;

/// <summary>Every exercise by id. A new exercise adds one line here.</summary>
public static class ExerciseCatalog
{
    /// <summary>All exercises in the order of the lessons.</summary>
    public static IReadOnlyList<Exercise> All { get; } =
    [
        Lesson00.ReadYourCard, Lesson00.LeastTime,
        Lesson01.ClassifyTraces, Lesson01.MostAtOnce,
        Lesson02.FiveBenchmarks, Lesson02.HonestSamples,
        Lesson03.Rebalance, Lesson03.RunAll,
        Lesson04.Chunk, Lesson04.Cancel,
        Lesson05.OrderedGroupBy, Lesson05.RightReduction,
        Lesson09.BoundedPipeline, Lesson09.FirstAnswer, Lesson09.Retry,
        Lesson10.BreakEven, Lesson10.Share, Lesson10.MendTheStatic,
        Lesson11.ScheduleBySize, Lesson11.Survive, Lesson11.CountRightly,
        Lesson12.CombineMeans, Lesson12.Hottest, Lesson12.CutRows,
    ];

    /// <summary>Finds an exercise by its id.</summary>
    /// <exception cref="ArgumentException">No exercise has that id; the message lists those that exist.</exception>
    public static Exercise Find(string id) =>
        All.FirstOrDefault(exercise => exercise.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no exercise '{id}'. There are: {string.Join(", ", All.Select(e => e.Id))}.", nameof(id));
}
