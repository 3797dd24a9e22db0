namespace LearningKit.Mpi;

/// <summary>The standard's classes of errors (MPI 4.1, 9.4), without their prefix MPI_ERR; the last is ours.</summary>
public enum MpiErrorClass
{
    /// <summary>No error.</summary>
    Success,

    /// <summary>The buffer is no valid one.</summary>
    Buffer,

    /// <summary>The number of elements is no valid one.</summary>
    Count,

    /// <summary>The datatype is no valid one, or does not fit the operation.</summary>
    Type,

    /// <summary>The tag is negative, or too large.</summary>
    Tag,

    /// <summary>The communicator is no valid one, or was disposed of.</summary>
    Comm,

    /// <summary>There is no such rank in the communicator.</summary>
    Rank,

    /// <summary>The request is no valid one, or in no state for this.</summary>
    Request,

    /// <summary>There is no such root.</summary>
    Root,

    /// <summary>The group is no valid one.</summary>
    Group,

    /// <summary>The operation does not work on this type.</summary>
    Op,

    /// <summary>The communicator has no topology, or one of another kind.</summary>
    Topology,

    /// <summary>The dimensions of a grid are no valid ones.</summary>
    Dims,

    /// <summary>Some other argument is no valid one.</summary>
    Arg,

    /// <summary>The library cannot say.</summary>
    Unknown,

    /// <summary>The message is longer than the buffer.</summary>
    Truncate,

    /// <summary>Known, but of no class: see the message.</summary>
    Other,

    /// <summary>The library has a defect, or is out of something.</summary>
    Intern,

    /// <summary>One of several requests failed.</summary>
    InStatus,

    /// <summary>The request is neither complete nor failed.</summary>
    Pending,

    /// <summary>No permission for the file.</summary>
    Access,

    /// <summary>The file's mode is no valid one.</summary>
    AccessMode,

    /// <summary>The assertion of a synchronisation is no valid one.</summary>
    Assert,

    /// <summary>The file's name is no valid one.</summary>
    BadFile,

    /// <summary>The base of the window is no valid one.</summary>
    Base,

    /// <summary>A conversion of data failed.</summary>
    Conversion,

    /// <summary>The displacement in a window is no valid one.</summary>
    Displacement,

    /// <summary>The data representation has been defined before.</summary>
    DuplicateDataRepresentation,

    /// <summary>The file exists already.</summary>
    FileExists,

    /// <summary>The file is open elsewhere.</summary>
    FileInUse,

    /// <summary>The file handle is no valid one.</summary>
    File,

    /// <summary>The key is too long.</summary>
    InfoKey,

    /// <summary>There is no such key.</summary>
    InfoNoKey,

    /// <summary>The value is too long.</summary>
    InfoValue,

    /// <summary>The hints are no valid ones.</summary>
    Info,

    /// <summary>Reading or writing failed.</summary>
    InputOutput,

    /// <summary>The key of an attribute is no valid one.</summary>
    KeyValue,

    /// <summary>The type of the lock is no valid one.</summary>
    LockType,

    /// <summary>The service's name has not been published.</summary>
    Name,

    /// <summary>There is not enough memory.</summary>
    NoMemory,

    /// <summary>The ranks passed different arguments to a collective.</summary>
    NotSame,

    /// <summary>The disk is full.</summary>
    NoSpace,

    /// <summary>There is no such file.</summary>
    NoSuchFile,

    /// <summary>The port is no valid one.</summary>
    Port,

    /// <summary>The quota is exhausted.</summary>
    Quota,

    /// <summary>The file, or its file system, is read-only.</summary>
    ReadOnly,

    /// <summary>Accesses to a window conflict.</summary>
    RmaConflict,

    /// <summary>The window is accessed outside of an epoch, or synchronised in the wrong order.</summary>
    RmaSync,

    /// <summary>Publishing failed.</summary>
    Service,

    /// <summary>The size is no valid one.</summary>
    Size,

    /// <summary>Processes could not be started.</summary>
    Spawn,

    /// <summary>The data representation is not supported.</summary>
    UnsupportedDataRepresentation,

    /// <summary>The operation is not supported, for example by the file.</summary>
    UnsupportedOperation,

    /// <summary>The window is no valid one.</summary>
    Window,

    /// <summary>The access lies outside of the window.</summary>
    RmaRange,

    /// <summary>The memory cannot be attached.</summary>
    RmaAttach,

    /// <summary>The memory cannot be shared: not all ranks are on one machine.</summary>
    RmaShared,

    /// <summary>The window is of the wrong kind for this call.</summary>
    RmaFlavor,

    /// <summary>Ranks wait for each other and none can go on. Reported by transports that can tell.</summary>
    Deadlock,
}
