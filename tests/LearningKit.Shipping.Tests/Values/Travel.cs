namespace LearningKit.Shipping.Tests.Values;

/// <summary>A value there and back in one process.</summary>
static class Travel
{
    /// <summary>What arrives when a value is sent.</summary>
    public static T There<T>(T value) => Arrive<T>(Packer.Pack(value));

    /// <summary>What arrives of a parcel.</summary>
    public static T Arrive<T>(Parcel parcel)
    {
        var buffers = new MemoryBuffers(parcel.Buffers);
        var value = Unpacker.Unpack<T>(parcel.Body.Span, buffers);
        Assert.Equal(0, buffers.Remaining);
        return value;
    }

    /// <summary>The message with which a value is refused.</summary>
    public static string Refused<T>(T value) => Assert.Throws<CannotTravelException>(() => Packer.Pack(value)).Message;
}
