namespace LearningKit.Mpi;

/// <summary>How a file is opened: one of the first three, and what else is wanted. The numbers are those of the libraries.</summary>
[Flags]
public enum MpiFileMode
{
    /// <summary>None: a file needs at least a way of access.</summary>
    None = 0,

    /// <summary>To read.</summary>
    ReadOnly = 2,

    /// <summary>To write.</summary>
    WriteOnly = 4,

    /// <summary>To do both.</summary>
    ReadWrite = 8,

    /// <summary>Make it if it is not there.</summary>
    Create = 1,

    /// <summary>Fail if it is there.</summary>
    Exclusive = 64,

    /// <summary>Delete it when it is closed.</summary>
    DeleteOnClose = 16,

    /// <summary>Begin at its end.</summary>
    Append = 128,
}
