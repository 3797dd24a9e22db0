namespace LearningKit.Shipping;

/// <summary>Strings. Long ones keep their identity.</summary>
sealed class TextShape() : Shape(typeof(string))
{
    public override bool IsAlwaysShared => false;

    public override bool IsShared(object item) => ((string)item).Length >= WireFormat.SharedStringLength;

    public override void WriteHead(ParcelWriter writer, object item) => writer.Text((string)item);

    public override object ReadHead(ParcelReader reader) => reader.Text();
}
