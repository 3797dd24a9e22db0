namespace LearningKit.Mpi;

/// <summary>The types that reductions can compute with. What they are called in C, a transport knows.</summary>
public enum BasicType
{
    /// <summary>A byte without meaning: no reduction but the user's own.</summary>
    Byte,

    /// <summary><see cref="sbyte"/>.</summary>
    Signed8,

    /// <summary><see cref="byte"/>.</summary>
    Unsigned8,

    /// <summary><see cref="short"/>.</summary>
    Signed16,

    /// <summary><see cref="ushort"/> and <see cref="char"/>.</summary>
    Unsigned16,

    /// <summary><see cref="int"/>.</summary>
    Signed32,

    /// <summary><see cref="uint"/>.</summary>
    Unsigned32,

    /// <summary><see cref="long"/> and <see cref="nint"/>.</summary>
    Signed64,

    /// <summary><see cref="ulong"/> and <see cref="nuint"/>.</summary>
    Unsigned64,

    /// <summary><see cref="float"/>.</summary>
    Real32,

    /// <summary><see cref="double"/>.</summary>
    Real64,

    /// <summary><see cref="bool"/>.</summary>
    Boolean,

    /// <summary><see cref="System.Numerics.Complex"/>.</summary>
    Complex,
}
