using System.Reflection;
using System.Runtime.CompilerServices;

namespace LearningKit.Shipping.Tests.Values;

public sealed class FieldOffsetTests
{
    /// <summary>What the runtime's descriptors say must be what compiled code does.</summary>
    [Theory]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(Mixed))]
    [InlineData(typeof(Below))]
    [InlineData(typeof(ValueTuple<int, string, byte>))]
    [InlineData(typeof(KeyValuePair<string, double>))]
    [InlineData(typeof(Generic<long>))]
    [InlineData(typeof(Generic<string>))]
    public void Offset_FromTheDescriptor_IsThatOfCompiledCode(Type type)
    {
        for (var at = type; at != typeof(object) && at != typeof(ValueType); at = at.BaseType!)
            foreach (var field in at.GetFields((BindingFlags)54))
                Assert.Equal(FieldOffsets.FromCode(field), FieldOffsets.FromDescriptor(field));
    }

    [Fact]
    public void Offset_OfAField_LeadsToItsValue()
    {
        var item = new Below { Number = 42 };
        var field = typeof(Mixed).GetField(nameof(Mixed.Number))!;
        Assert.Equal(42, Unsafe.As<byte, long>(ref Unsafe.Add(ref FieldOffsets.Data(item), FieldOffsets.Of(field))));
    }

#pragma warning disable CS0649 // Only their places matter.
    class Mixed
    {
        public byte Small;
        public long Number;
        public string? Text;
        public (int, string) Pair;
        public short Last;
    }

    sealed class Below : Mixed
    {
        public int Own;
        public object? Reference;
    }

    struct Generic<T>
    {
        public T First;
        public string Text;
        public T Second;
    }
}
