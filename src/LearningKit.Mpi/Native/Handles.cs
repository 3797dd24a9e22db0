using System.Runtime.InteropServices;

namespace LearningKit.Mpi.Native;

/// <summary>The library's handles of datatypes and operations: made when first used, kept with what they stand for, and until the end.</summary>
static unsafe class Handles
{
    static readonly Lock making = new();
    static readonly List<nint> types = [], ops = [];

    /// <summary>The handle of a datatype.</summary>
    internal static nint Of(Datatype type) => type.Native is Handle known ? known.Value : Make(type);

    /// <summary>The handle of an operation.</summary>
    internal static nint Of(Op op) => op.Native is Handle known ? known.Value : Make(op);

    /// <summary>Frees what was made, at the end.</summary>
    internal static void FreeAll()
    {
        lock (making)
        {
            foreach (var made in types)
            {
                var type = made;
                _ = Libmpi.MPI_Type_free(&type);
            }
            foreach (var made in ops)
            {
                var op = made;
                _ = Libmpi.MPI_Op_free(&op);
            }
        }
    }

    static nint Make(Datatype type)
    {
        lock (making)
        {
            if (type.Native is not Handle known) type.Native = known = new(Create(type));
            return known.Value;
        }
    }

    static nint Create(Datatype type)
    {
        var abi = MpiLibrary.Abi;
        if (type is BasicDatatype && type.Element != BasicType.Byte) return abi.TypeOf(type.Element);
        if (type is BasicDatatype { Size: 1 }) return abi.TypeOf(BasicType.Byte);
        nint handle = 0;
        Result.Check(type switch
        {
            VectorDatatype vector => Libmpi.MPI_Type_vector(vector.Count, vector.BlockLength, vector.Stride, Of(vector.Inner), &handle),
            StructDatatype fields => CreateStruct(fields, &handle),
            SubarrayDatatype block => CreateSubarray(block, &handle),
            ResizedDatatype resized => Libmpi.MPI_Type_create_resized(Of(resized.Inner), resized.LowerBound, resized.Extent, &handle),
            _ => Libmpi.MPI_Type_contiguous(checked((int)type.Size), abi.TypeOf(BasicType.Byte), &handle),
        }, "Making a datatype");
        Result.Check(Libmpi.MPI_Type_commit(&handle), "Making a datatype");
        types.Add(handle);
        return handle;
    }

    static int CreateStruct(StructDatatype type, nint* result)
    {
        var fields = type.Fields;
        var lengths = new int[fields.Length + 1];
        var places = new nint[fields.Length + 1];
        var handles = new nint[fields.Length + 1];
        for (var i = 0; i < fields.Length; i++) (places[i], lengths[i], handles[i]) = (fields[i].Offset, fields[i].Count, Of(fields[i].Type));
        var narrow = Array.ConvertAll(handles, handle => (int)handle);
        fixed (int* length = lengths, small = narrow)
        fixed (nint* place = places, wide = handles)
            return Libmpi.MPI_Type_create_struct(fields.Length, length, place, MpiLibrary.Abi.HandleSize == 4 ? small : wide, result);
    }

    static int CreateSubarray(SubarrayDatatype type, nint* result)
    {
        fixed (int* sizes = type.Sizes, subsizes = type.Subsizes, starts = type.Starts)
            return Libmpi.MPI_Type_create_subarray(type.Sizes.Length, sizes, subsizes, starts, MpiLibrary.Abi.OrderC, Of(type.Inner), result);
    }

    static nint Make(Op op)
    {
        lock (making)
        {
            if (op.Native is Handle known) return known.Value;
            if (op.Kind != OpKind.User) op.Native = known = new(MpiLibrary.Abi.OpOf(op.Kind));
            else
            {
                // The library calls back with pointers to elements. Nothing may be thrown through it.
                Combine function = (lower, higher, count, _) =>
                {
                    try
                    {
                        op.Combine(lower, higher, *count, Datatype.Byte);
                    }
                    catch (Exception exception)
                    {
                        NativeMpi.Fail("The operation of a reduction threw", exception);
                    }
                };
                nint handle = 0;
                Result.Check(Libmpi.MPI_Op_create(Marshal.GetFunctionPointerForDelegate(function), op.IsCommutative ? 1 : 0, &handle), "Making an operation");
                ops.Add(handle);
                op.Native = known = new(handle) { Function = function };
            }
            return known.Value;
        }
    }

    delegate void Combine(void* lower, void* higher, int* count, nint* type);

    sealed class Handle(nint value)
    {
        internal nint Value { get; } = value;

        // Must live as long as the library may call it.
        internal Delegate? Function { get; init; }
    }
}
