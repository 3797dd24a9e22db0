namespace LearningKit.Shipping;

/// <summary>The numbers of the wire format. The README describes it byte by byte.</summary>
static class WireFormat
{
    /// <summary>The version. Another one is refused: both ends of a connection are of one installation.</summary>
    public const byte Version = 1;

    /// <summary>Tag of a reference: null.</summary>
    public const int Null = 0;

    /// <summary>Tag of a reference: an object that came before; its number follows.</summary>
    public const int Known = 1;

    /// <summary>Tags from here on are types: the built-in ones of <see cref="BuiltInTypes"/> in their order.</summary>
    public const int FirstBuiltIn = 2;

    /// <summary>Tags from here on are types of the parcel's own table, in the order in which they appear.</summary>
    public const int FirstNamed = 64;

    /// <summary>Arrays of at least so many bytes travel beside the body: below, a frame's own cost is more than that of a copy.</summary>
    public const int BufferThreshold = 64 << 10;

    /// <summary>No buffer is longer: a span counts by <see cref="int"/>, and a reader may want powers of two.</summary>
    public const int BufferLimit = 1 << 30;

    /// <summary>Strings of at least so many characters keep their identity, so that a shared one is sent once. Shorter ones are sent each time, which is cheaper than to look for them.</summary>
    public const int SharedStringLength = 64;

    /// <summary>How many bytes stand for the value of a static field: a SHA-256.</summary>
    public const int DigestSize = 32;

    /// <summary>No name of a type is longer, in bytes.</summary>
    public const int TypeNameLimit = 16 << 10;

    /// <summary>Types are nested no deeper, so that no name can make the runtime's loader recurse without end.</summary>
    public const int TypeDepthLimit = 40;

    /// <summary>What a parcel begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "LKP"u8;

    /// <summary>The types that need no name. Their order is part of the format.</summary>
    public static readonly Type[] BuiltInTypes =
    [
        typeof(object), typeof(string), typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int),
        typeof(uint), typeof(long), typeof(ulong), typeof(char), typeof(float), typeof(double), typeof(Half), typeof(decimal),
        typeof(Int128), typeof(UInt128), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(DateOnly),
        typeof(TimeOnly), typeof(Guid), typeof(object[]), typeof(string[]), typeof(bool[]), typeof(byte[]), typeof(sbyte[]),
        typeof(short[]), typeof(ushort[]), typeof(int[]), typeof(uint[]), typeof(long[]), typeof(ulong[]), typeof(char[]),
        typeof(float[]), typeof(double[]), typeof(List<int>), typeof(List<long>), typeof(List<double>), typeof(List<string>),
        typeof(Exception),
    ];

    /// <summary>The tag of a built-in type; 0 for all others.</summary>
    public static int TagOf(Type type) => Array.IndexOf(BuiltInTypes, type) is >= 0 and var index ? FirstBuiltIn + index : 0;
}
