namespace LearningKit.Measuring;

/// <summary>How far a study has come.</summary>
/// <param name="Done">Steps that are finished.</param>
/// <param name="Total">Steps in all.</param>
/// <param name="Doing">The last step, for people.</param>
public readonly record struct StudyProgress(int Done, int Total, string Doing);
