using System.Collections.Immutable;

namespace LearningKit.Exercises;

/// <summary>How far one learner has come: the content of the progress file. A class collects one file a learner.</summary>
public sealed record LearnerProgress
{
    /// <summary>The layout of the file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Who learns: the name of the account, until somebody writes another into the file.</summary>
    public string Learner { get; init; } = Environment.UserName;

    /// <summary>Every exercise that was touched, by id.</summary>
    public ImmutableSortedDictionary<string, ExerciseProgress> Exercises { get; init; } = ImmutableSortedDictionary<string, ExerciseProgress>.Empty;

    /// <summary>Every prediction that was made, by id.</summary>
    public ImmutableSortedDictionary<string, PredictionRecord> Predictions { get; init; } = ImmutableSortedDictionary<string, PredictionRecord>.Empty;

    /// <summary>The progress on one exercise; an untouched one has none of everything.</summary>
    public ExerciseProgress Of(string exercise) => Exercises.GetValueOrDefault(exercise) ?? new();

    /// <summary>The same progress with one exercise changed.</summary>
    public LearnerProgress With(string exercise, Func<ExerciseProgress, ExerciseProgress> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Exercises = Exercises.SetItem(exercise, change(Of(exercise))) };
    }

    /// <summary>The same progress with one prediction added or changed.</summary>
    public LearnerProgress With(string prediction, PredictionRecord record) =>
        this with { Predictions = Predictions.SetItem(prediction, record) };
}
