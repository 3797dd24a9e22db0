namespace LearningKit.Mpi;

/// <summary>Which operation, for a transport that has its own implementation of it.</summary>
public enum OpKind
{
    /// <summary>A function of the user's.</summary>
    User,

    /// <summary>Addition.</summary>
    Sum,

    /// <summary>Multiplication.</summary>
    Prod,

    /// <summary>The greater.</summary>
    Max,

    /// <summary>The lesser.</summary>
    Min,

    /// <summary>Both are true, or not zero.</summary>
    LogicalAnd,

    /// <summary>One is true, or not zero.</summary>
    LogicalOr,

    /// <summary>Exactly one is true, or not zero.</summary>
    LogicalXor,

    /// <summary>Bit by bit.</summary>
    BitwiseAnd,

    /// <summary>Bit by bit.</summary>
    BitwiseOr,

    /// <summary>Bit by bit.</summary>
    BitwiseXor,

    /// <summary>The new value, in accumulating to a window.</summary>
    Replace,

    /// <summary>The old value, in fetching from a window.</summary>
    NoOp,
}
