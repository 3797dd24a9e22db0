namespace LearningKit.Exercises;

/// <summary>What it costs to let worker processes do some work on a number of bytes, and what it costs to do it here.</summary>
/// <param name="FixedSeconds">What a call costs however little it carries.</param>
/// <param name="BytesPerSecond">How fast bytes travel to the workers, one after the other.</param>
/// <param name="WorkPerByte">Seconds of computing for each byte, here as well as there.</param>
/// <param name="Workers">How many workers share the computing.</param>
public sealed record CallCost(double FixedSeconds, double BytesPerSecond, double WorkPerByte, int Workers)
{
    /// <summary>Seconds to do the work on so many bytes here, alone.</summary>
    public double Here(double bytes) => bytes * WorkPerByte;

    /// <summary>Seconds to send so many bytes and let the workers do the work, all at the same time.</summary>
    public double There(double bytes) => FixedSeconds + bytes / BytesPerSecond + bytes * WorkPerByte / Workers;
}
