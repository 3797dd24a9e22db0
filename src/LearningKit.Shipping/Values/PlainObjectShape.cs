namespace LearningKit.Shipping;

/// <summary>Objects that are nothing but an identity, such as those that are locked.</summary>
sealed class PlainObjectShape() : Shape(typeof(object))
{
    public override void WriteHead(ParcelWriter writer, object item)
    {
    }

    public override object ReadHead(ParcelReader reader) => new();
}
