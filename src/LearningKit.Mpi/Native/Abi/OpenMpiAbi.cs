namespace LearningKit.Mpi.Native;

/// <summary>Open MPI 4 and 5: handles are the addresses of symbols.</summary>
sealed unsafe class OpenMpiAbi(nint library) : MpiAbi
{
    // In the order of the library's numbers, from 0.
    static readonly MpiErrorClass[] classes =
    [
        MpiErrorClass.Success, MpiErrorClass.Buffer, MpiErrorClass.Count, MpiErrorClass.Type, MpiErrorClass.Tag, MpiErrorClass.Comm, MpiErrorClass.Rank,
        MpiErrorClass.Request, MpiErrorClass.Root, MpiErrorClass.Group, MpiErrorClass.Op, MpiErrorClass.Topology, MpiErrorClass.Dims, MpiErrorClass.Arg,
        MpiErrorClass.Unknown, MpiErrorClass.Truncate, MpiErrorClass.Other, MpiErrorClass.Intern, MpiErrorClass.InStatus, MpiErrorClass.Pending,
        MpiErrorClass.Access, MpiErrorClass.AccessMode, MpiErrorClass.Assert, MpiErrorClass.BadFile, MpiErrorClass.Base, MpiErrorClass.Conversion,
        MpiErrorClass.Displacement, MpiErrorClass.DuplicateDataRepresentation, MpiErrorClass.FileExists, MpiErrorClass.FileInUse, MpiErrorClass.File,
        MpiErrorClass.InfoKey, MpiErrorClass.InfoNoKey, MpiErrorClass.InfoValue, MpiErrorClass.Info, MpiErrorClass.InputOutput, MpiErrorClass.KeyValue,
        MpiErrorClass.LockType, MpiErrorClass.Name, MpiErrorClass.NoMemory, MpiErrorClass.NotSame, MpiErrorClass.NoSpace, MpiErrorClass.NoSuchFile,
        MpiErrorClass.Port, MpiErrorClass.Quota, MpiErrorClass.ReadOnly, MpiErrorClass.RmaConflict, MpiErrorClass.RmaSync, MpiErrorClass.Service,
        MpiErrorClass.Size, MpiErrorClass.Spawn, MpiErrorClass.UnsupportedDataRepresentation, MpiErrorClass.UnsupportedOperation, MpiErrorClass.Window,
    ];

    internal override string Name => "Open MPI";

    internal override int HandleSize => 8;

    internal override nint CommWorld { get; } = Symbol(library, "ompi_mpi_comm_world");

    internal override nint CommSelf { get; } = Symbol(library, "ompi_mpi_comm_self");

    internal override nint CommNull { get; } = Symbol(library, "ompi_mpi_comm_null");

    internal override nint InfoNull { get; } = Symbol(library, "ompi_mpi_info_null");

    internal override nint ErrorsReturn { get; } = Symbol(library, "ompi_mpi_errors_return");

    internal override int AnySource => -1;

    internal override int ProcNull => -2;

    internal override int Root => -4;

    internal override int Undefined => -32766;

    internal override int OrderC => 0;

    internal override int CommTypeShared => 0;

    internal override int LockShared => 2;

    internal override int LockExclusive => 1;

    internal override void* InPlace => (void*)1;

    internal override nint TypeOf(BasicType type) => Symbol(library, type switch
    {
        BasicType.Signed8 => "ompi_mpi_int8_t",
        BasicType.Unsigned8 => "ompi_mpi_uint8_t",
        BasicType.Signed16 => "ompi_mpi_int16_t",
        BasicType.Unsigned16 => "ompi_mpi_uint16_t",
        BasicType.Signed32 => "ompi_mpi_int32_t",
        BasicType.Unsigned32 => "ompi_mpi_uint32_t",
        BasicType.Signed64 => "ompi_mpi_int64_t",
        BasicType.Unsigned64 => "ompi_mpi_uint64_t",
        BasicType.Real32 => "ompi_mpi_float",
        BasicType.Real64 => "ompi_mpi_double",
        BasicType.Boolean => "ompi_mpi_c_bool",
        BasicType.Complex => "ompi_mpi_c_double_complex",
        _ => "ompi_mpi_byte",
    });

    internal override nint OpOf(OpKind kind) => Symbol(library, kind switch
    {
        OpKind.Sum => "ompi_mpi_op_sum",
        OpKind.Prod => "ompi_mpi_op_prod",
        OpKind.Max => "ompi_mpi_op_max",
        OpKind.Min => "ompi_mpi_op_min",
        OpKind.LogicalAnd => "ompi_mpi_op_land",
        OpKind.LogicalOr => "ompi_mpi_op_lor",
        OpKind.LogicalXor => "ompi_mpi_op_lxor",
        OpKind.BitwiseAnd => "ompi_mpi_op_band",
        OpKind.BitwiseOr => "ompi_mpi_op_bor",
        OpKind.BitwiseXor => "ompi_mpi_op_bxor",
        OpKind.Replace => "ompi_mpi_op_replace",
        _ => "ompi_mpi_op_no_op",
    });

    // source, tag, error, cancelled; then the bytes as size_t. The fields lie in mpi.h, so their places do not change within a major version.
    internal override Status Read(int* status) => new(Source(status[0]), status[1], ((long*)status)[2], status[3] != 0);

    internal override MpiErrorClass ClassOf(int errorClass) => errorClass switch
    {
        68 => MpiErrorClass.RmaRange,
        69 => MpiErrorClass.RmaAttach,
        70 => MpiErrorClass.RmaFlavor,
        71 => MpiErrorClass.RmaShared,
        _ => (uint)errorClass < (uint)classes.Length ? classes[errorClass] : MpiErrorClass.Other,
    };
}
