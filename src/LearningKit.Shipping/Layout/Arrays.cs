using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LearningKit.Shipping;

/// <summary>Arrays whose type is known only when the program runs.</summary>
static class Arrays
{
    static readonly ConcurrentDictionary<Type, Func<int, Array>> makers = new();

    /// <summary>The place of an element, counted in row order.</summary>
    public static ref byte Element(Array array, long index, int size) =>
        ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(array), (nint)(index * size));

    /// <summary>A new array. A large one of unmanaged elements is not cleared: it will be filled.</summary>
    public static Array Create(Type element, long count)
    {
        if (element == typeof(double)) return GC.AllocateUninitializedArray<double>((int)count);
        if (element == typeof(int)) return GC.AllocateUninitializedArray<int>((int)count);
        if (element == typeof(byte)) return GC.AllocateUninitializedArray<byte>((int)count);
        // Below this the runtime clears anyway, and to make the generic method costs more than to clear.
        return count < 2048 || Slots.Of(element) is not RawSlot
            ? Array.CreateInstance(element, (int)count)
            : makers.GetOrAdd(element, Maker)((int)count);
    }

    static Func<int, Array> Maker(Type element) => typeof(Arrays)
        .GetMethod(nameof(Uninitialized), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(element).CreateDelegate<Func<int, Array>>();

    static T[] Uninitialized<T>(int count) => GC.AllocateUninitializedArray<T>(count);
}
