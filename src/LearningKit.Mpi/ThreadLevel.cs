using System.Diagnostics.CodeAnalysis;

namespace LearningKit.Mpi;

/// <summary>Which threads of a rank may call MPI (MPI 4.1, 11.6).</summary>
public enum ThreadLevel
{
    /// <summary>The rank has one thread.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The standard's name.")]
    Single,

    /// <summary>It has several, and only the one that initialised MPI calls it.</summary>
    Funneled,

    /// <summary>Any of them calls it, one at a time.</summary>
    Serialized,

    /// <summary>Any of them, at any time. What awaiting a request needs.</summary>
    Multiple,
}
