namespace LearningKit.Shipping;

/// <summary>A place of a type that cannot travel, whatever stands there.</summary>
/// <param name="reason">Why, and what to do.</param>
sealed class RefusedSlot(string reason) : Slot
{
    /// <summary>Why, and what to do.</summary>
    public string Reason => reason;

    public override void Write(ParcelWriter writer, ref byte place) => throw new RefusedException(reason);

    public override void Read(ParcelReader reader, ref byte place) => throw ParcelReader.Damaged("it holds what cannot travel");
}
