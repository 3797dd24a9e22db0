namespace LearningKit.Tables;

/// <summary>What becomes of a row that has no match in the other table.</summary>
public enum JoinKind
{
    /// <summary>It is left out.</summary>
    Inner,

    /// <summary>It stays, and the other table's columns are missing in it.</summary>
    Left,
}
