using System.Numerics;
using System.Runtime.CompilerServices;

namespace LearningKit.Notebooks.Python;

/// <summary>The types of numbers whose arrays cross as raw bytes, by their numpy names.</summary>
static class NumberType
{
    static readonly (Type Type, string Name, int Size)[] all =
    [
        Of<double>("float64"), Of<float>("float32"), Of<Half>("float16"), Of<long>("int64"), Of<int>("int32"), Of<short>("int16"),
        Of<sbyte>("int8"), Of<ulong>("uint64"), Of<uint>("uint32"), Of<ushort>("uint16"), Of<byte>("uint8"), Of<bool>("bool"),
        Of<Complex>("complex128"),
    ];

    /// <summary>The numpy name of a type; null for types that are not sent as raw bytes.</summary>
    public static string? NameOf(Type type) => all.FirstOrDefault(known => known.Type == type).Name;

    /// <summary>The type of a numpy name.</summary>
    public static Type TypeOf(string name) => all.First(known => known.Name == name).Type;

    /// <summary>The bytes of one number.</summary>
    public static int SizeOf(Type type) => all.First(known => known.Type == type).Size;

    static (Type, string, int) Of<T>(string name) => (typeof(T), name, Unsafe.SizeOf<T>());
}
