namespace LearningKit.Shipping;

/// <summary>Types as values, such as <c>typeof(int)</c>.</summary>
sealed class TypeShape(Type type) : Shape(type)
{
    public override bool IsAlwaysShared => false;

    public override void WriteHead(ParcelWriter writer, object item)
    {
        var value = (Type)item;
        if (value.IsGenericParameter || value.AssemblyQualifiedName is null) throw new RefusedException("it is a type parameter, which has no name elsewhere.");
        writer.Type(Shapes.Of(value));
    }

    public override object ReadHead(ParcelReader reader) => reader.Type().Type;
}
