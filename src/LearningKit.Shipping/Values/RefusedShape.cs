namespace LearningKit.Shipping;

/// <summary>A type whose objects cannot travel.</summary>
sealed class RefusedShape(Type type, string reason) : Shape(type)
{
    public override void WriteHead(ParcelWriter writer, object item) => throw new RefusedException($"{TypeNames.Short(Type)}: {reason}");

    public override object ReadHead(ParcelReader reader) => throw ParcelReader.Damaged($"it holds a {TypeNames.Short(Type)}, which cannot travel");
}
