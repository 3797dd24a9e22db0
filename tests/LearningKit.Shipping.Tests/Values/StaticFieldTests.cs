using System.Reflection;
using System.Runtime.Loader;
using LearningKit.Shipping.Tests.Code;

namespace LearningKit.Shipping.Tests.Values;

/// <summary>Static fields where they arrive. A load context of its own stands for the worker.</summary>
public sealed class StaticFieldTests
{
    static readonly byte[] one = [.. Enumerable.Repeat((byte)1, 32)], other = [.. Enumerable.Repeat((byte)2, 32)];

    readonly Type owner;
    readonly Type atHome;

    public StaticFieldTests()
    {
        var name = $"Statics_{Guid.NewGuid():N}";
        var (_, home) = Cells.Library(name, "public static class C { public static int N = 1; public static readonly string[] Names = []; }");
        var worker = new AssemblyLoadContext("worker");
        var received = new ReceivedCode(worker);
        received.Add(CodeUnits.Of(home));
        atHome = home.GetType("C")!;
        owner = received.Load(name)!.GetType("C")!;
    }

    [Fact]
    public void Value_ThatComesFirst_IsSet()
    {
        StaticFields.Receive(owner, "N", one, 5);
        Assert.Equal(5, Value("N"));
    }

    [Fact]
    public void Value_ThatHasNotChangedAtHome_LeavesWhatTheWorkerHas()
    {
        StaticFields.Receive(owner, "N", one, 5);
        owner.GetField("N")!.SetValue(null, 7);
        StaticFields.Receive(owner, "N", one, 5);
        Assert.Equal(7, Value("N"));
    }

    [Fact]
    public void Value_ThatHasChangedAtHome_IsSet()
    {
        StaticFields.Receive(owner, "N", one, 5);
        owner.GetField("N")!.SetValue(null, 7);
        StaticFields.Receive(owner, "N", other, 6);
        Assert.Equal(6, Value("N"));
    }

    [Fact]
    public void Value_OfSomebodyElse_CountsOnlyIfNoneCameBefore()
    {
        StaticFields.Receive(owner, "N", [], 5);
        Assert.Equal(5, Value("N"));
        StaticFields.Receive(owner, "N", [], 6);
        Assert.Equal(5, Value("N"));
        StaticFields.Receive(owner, "N", one, 7);
        Assert.Equal(7, Value("N"));
        StaticFields.Receive(owner, "N", [], 8);
        Assert.Equal(7, Value("N"));
    }

    [Fact]
    public void ReadOnlyField_OfReceivedCode_IsSet()
    {
        Assert.Empty((string[])Value("Names")!);
        StaticFields.Receive(owner, "Names", one, new[] { "a" });
        Assert.Equal(["a"], (string[])Value("Names")!);
    }

    [Fact]
    public void Value_OfAnotherType_IsDamage()
    {
        Assert.Throws<WireFormatException>(() => StaticFields.Receive(owner, "N", one, "text"));
        Assert.Throws<WireFormatException>(() => StaticFields.Receive(owner, "N", one, null));
        Assert.Throws<WireFormatException>(() => StaticFields.Receive(owner, "Missing", one, 1));
    }

    [Fact]
    public void Image_ThatTravels_IsTheSameButForReadOnlyStatics()
    {
        var image = Cells.Image($"Statics_{Guid.NewGuid():N}",
            "public class K { public static readonly int Fixed = 1; public const int Constant = 2; public readonly int Own = 3; public static System.ReadOnlySpan<int> Data => [1, 2, 3]; }");
        var type = Load(WritableStatics.In(image).ToArray());
        Assert.Equal(FieldAttributes.Public | FieldAttributes.Static, type.GetField("Fixed")!.Attributes);
        Assert.True(type.GetField("Own")!.IsInitOnly);
        Assert.True(type.GetField("Constant")!.IsLiteral);
        Assert.True(Load(image).GetField("Fixed")!.IsInitOnly);
        Assert.True(WritableStatics.In(WritableStatics.In(image)).Span.SequenceEqual(WritableStatics.In(image).Span));
        var before = Load(image).Assembly.GetTypes().SelectMany(type => type.GetFields((BindingFlags)60)).Select(field => (field.MetadataToken, field.Name));
        Assert.Equal(before, type.Assembly.GetTypes().SelectMany(type => type.GetFields((BindingFlags)60)).Select(field => (field.MetadataToken, field.Name)));

        static Type Load(byte[] image) => new AssemblyLoadContext("image").LoadFromStream(new MemoryStream(image)).GetType("K")!;
    }

    [Fact]
    public void Field_OfReceivedCode_IsNotAtHome()
    {
        Assert.False(StaticFields.IsAtHome(owner.GetField("N")!));
        Assert.True(StaticFields.IsAtHome(atHome.GetField("N")!));
    }

    object? Value(string field) => owner.GetField(field)!.GetValue(null);
}
