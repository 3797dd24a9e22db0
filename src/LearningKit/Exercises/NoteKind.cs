namespace LearningKit.Exercises;

/// <summary>The mood of a <see cref="Note"/>.</summary>
public enum NoteKind
{
    /// <summary>Help or a question.</summary>
    Neutral,

    /// <summary>An exercise passed.</summary>
    Good,

    /// <summary>Not solved yet: nothing is wrong with the notebook.</summary>
    NotYet,
}
