using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>Where a field lies in its object: bytes from the beginning of the object's data, or of the struct.</summary>
/// <remarks>
/// The runtime keeps the offset in its descriptor of the field, the address of which is the field's handle: to read it costs
/// nothing and no code has to be compiled, which a fresh worker would wait for. It is no public interface. So what is read
/// there is checked once against fields whose places are known; where it is not as expected, a small method is compiled for
/// each field instead.
/// </remarks>
static class FieldOffsets
{
    static readonly bool descriptorsAreAsExpected = CheckDescriptors();

    /// <summary>The offset of an instance field.</summary>
    public static int Of(FieldInfo field) => descriptorsAreAsExpected ? FromDescriptor(field) : FromCode(field);

    /// <summary>The offset as the runtime's descriptor has it: in the lower 27 bits of its fourth word.</summary>
    internal static unsafe int FromDescriptor(FieldInfo field) => (int)(((uint*)field.FieldHandle.Value)[3] & 0x7FF_FFFF);

    /// <summary>The offset as compiled code sees it.</summary>
    internal static int FromCode(FieldInfo field)
    {
        var type = field.DeclaringType!;
        var method = new DynamicMethod("OffsetOf", typeof(nint), [typeof(object)], type, skipVisibility: true);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(type.IsValueType ? OpCodes.Unbox : OpCodes.Castclass, type);
        code.Emit(OpCodes.Ldflda, field);
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, typeof(FieldOffsets).GetMethod(nameof(Data), BindingFlags.Static | BindingFlags.NonPublic)!);
        code.Emit(OpCodes.Sub);
        code.Emit(OpCodes.Ret);
        var sample = RuntimeHelpers.GetUninitializedObject(field.ReflectedType is { IsAbstract: false } reflected ? reflected : type);
        return (int)method.CreateDelegate<Func<object, nint>>()(sample);
    }

    /// <summary>The first byte of an object's data.</summary>
    internal static ref byte Data(object item) => ref Unsafe.As<Bytes>(item).First;

    static bool CheckDescriptors()
    {
        if (!Environment.Is64BitProcess) return false;
        var sample = new Sample { Pair = { First = 1 } };
        return IsAt(ref Unsafe.As<long, byte>(ref sample.Number), nameof(Sample.Number))
            && IsAt(ref Unsafe.As<object?, byte>(ref sample.Reference), nameof(Sample.Reference))
            && IsAt(ref sample.Small, nameof(Sample.Small))
            && IsAt(ref Unsafe.As<int, byte>(ref sample.Pair.Second), nameof(Sample.Pair), FromDescriptor(typeof(Pair).GetField(nameof(Pair.Second))!));

        bool IsAt(ref byte place, string name, int within = 0) =>
            Unsafe.ByteOffset(ref Data(sample), ref place) == FromDescriptor(typeof(Sample).GetField(name)!) + within;
    }

    sealed class Bytes
    {
        public byte First;
    }

    sealed class Sample
    {
        public byte Small;
        public long Number;
        public object? Reference;
        public Pair Pair;
    }

    struct Pair
    {
        public long First;
        public int Second;
    }
}
