using System.Numerics;

namespace LearningKit.Mpi;

/// <summary>The datatype of an unmanaged type: a number that reductions know, or a struct as its bytes.</summary>
sealed class BasicDatatype(BasicType element, int size, Type type) : Datatype(size, 0, size, element)
{
    internal Type Type => type;

    public override IEnumerable<(nint Offset, long Bytes)> Pieces { get; } = [(0, size)];

    internal static BasicDatatype Make(Type type, int size)
    {
        var number = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        var element =
            number == typeof(sbyte) ? BasicType.Signed8 : number == typeof(byte) ? BasicType.Unsigned8
            : number == typeof(short) ? BasicType.Signed16 : number == typeof(ushort) || number == typeof(char) ? BasicType.Unsigned16
            : number == typeof(int) ? BasicType.Signed32 : number == typeof(uint) ? BasicType.Unsigned32
            : number == typeof(long) || number == typeof(nint) && size == 8 ? BasicType.Signed64
            : number == typeof(ulong) || number == typeof(nuint) && size == 8 ? BasicType.Unsigned64
            : number == typeof(float) ? BasicType.Real32 : number == typeof(double) ? BasicType.Real64
            : number == typeof(bool) ? BasicType.Boolean : number == typeof(Complex) ? BasicType.Complex
            : BasicType.Byte;
        return new(element, size, type);
    }

    public override string ToString() => type.Name;
}
