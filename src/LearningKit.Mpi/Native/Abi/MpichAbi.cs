namespace LearningKit.Mpi.Native;

/// <summary>MPICH 3.1 to 4 and those that keep its ABI (Intel MPI, MVAPICH): handles are numbers.</summary>
sealed unsafe class MpichAbi : MpiAbi
{
    // In the order of the library's numbers, from 0.
    static readonly MpiErrorClass[] classes =
    [
        MpiErrorClass.Success, MpiErrorClass.Buffer, MpiErrorClass.Count, MpiErrorClass.Type, MpiErrorClass.Tag, MpiErrorClass.Comm, MpiErrorClass.Rank,
        MpiErrorClass.Root, MpiErrorClass.Group, MpiErrorClass.Op, MpiErrorClass.Topology, MpiErrorClass.Dims, MpiErrorClass.Arg, MpiErrorClass.Unknown,
        MpiErrorClass.Truncate, MpiErrorClass.Other, MpiErrorClass.Intern, MpiErrorClass.InStatus, MpiErrorClass.Pending, MpiErrorClass.Request,
        MpiErrorClass.Access, MpiErrorClass.AccessMode, MpiErrorClass.BadFile, MpiErrorClass.Conversion, MpiErrorClass.DuplicateDataRepresentation,
        MpiErrorClass.FileExists, MpiErrorClass.FileInUse, MpiErrorClass.File, MpiErrorClass.Info, MpiErrorClass.InfoKey, MpiErrorClass.InfoValue,
        MpiErrorClass.InfoNoKey, MpiErrorClass.InputOutput, MpiErrorClass.Name, MpiErrorClass.NoMemory, MpiErrorClass.NotSame, MpiErrorClass.NoSpace,
        MpiErrorClass.NoSuchFile, MpiErrorClass.Port, MpiErrorClass.Quota, MpiErrorClass.ReadOnly, MpiErrorClass.Service, MpiErrorClass.Spawn,
        MpiErrorClass.UnsupportedDataRepresentation, MpiErrorClass.UnsupportedOperation, MpiErrorClass.Window, MpiErrorClass.Base, MpiErrorClass.LockType,
        MpiErrorClass.KeyValue, MpiErrorClass.RmaConflict, MpiErrorClass.RmaSync, MpiErrorClass.Size, MpiErrorClass.Displacement, MpiErrorClass.Assert,
        MpiErrorClass.Other, MpiErrorClass.RmaRange, MpiErrorClass.RmaAttach, MpiErrorClass.RmaShared, MpiErrorClass.RmaFlavor,
    ];

    internal override string Name => "MPICH";

    internal override int HandleSize => 4;

    internal override nint CommWorld => 0x44000000;

    internal override nint CommSelf => 0x44000001;

    internal override nint CommNull => 0x04000000;

    internal override nint InfoNull => 0x1c000000;

    internal override nint ErrorsReturn => 0x54000001;

    internal override int AnySource => -2;

    internal override int ProcNull => -1;

    internal override int Root => -3;

    internal override int Undefined => -32766;

    internal override int OrderC => 56;

    internal override int CommTypeShared => 1;

    internal override int LockShared => 235;

    internal override int LockExclusive => 234;

    internal override void* InPlace => (void*)-1;

    internal override nint TypeOf(BasicType type) => type switch
    {
        BasicType.Signed8 => 0x4c000137,
        BasicType.Unsigned8 => 0x4c00013b,
        BasicType.Signed16 => 0x4c000238,
        BasicType.Unsigned16 => 0x4c00023c,
        BasicType.Signed32 => 0x4c000439,
        BasicType.Unsigned32 => 0x4c00043d,
        BasicType.Signed64 => 0x4c00083a,
        BasicType.Unsigned64 => 0x4c00083e,
        BasicType.Real32 => 0x4c00040a,
        BasicType.Real64 => 0x4c00080b,
        BasicType.Boolean => 0x4c00013f,
        BasicType.Complex => 0x4c001041,
        _ => 0x4c00010d,
    };

    internal override nint OpOf(OpKind kind) => kind switch
    {
        OpKind.Sum => 0x58000003,
        OpKind.Prod => 0x58000004,
        OpKind.Max => 0x58000001,
        OpKind.Min => 0x58000002,
        OpKind.LogicalAnd => 0x58000005,
        OpKind.LogicalOr => 0x58000007,
        OpKind.LogicalXor => 0x58000009,
        OpKind.BitwiseAnd => 0x58000006,
        OpKind.BitwiseOr => 0x58000008,
        OpKind.BitwiseXor => 0x5800000a,
        OpKind.Replace => 0x5800000d,
        _ => 0x5800000e,
    };

    // The bytes' lower half; their upper half, with the lowest bit for "cancelled"; then source, tag, error.
    internal override Status Read(int* status) =>
        new(Source(status[2]), status[3], (uint)status[0] | ((long)(uint)status[1] >> 1 << 32), (status[1] & 1) != 0);

    internal override MpiErrorClass ClassOf(int errorClass) => (uint)errorClass < (uint)classes.Length ? classes[errorClass] : MpiErrorClass.Other;
}
