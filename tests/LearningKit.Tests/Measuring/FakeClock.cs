namespace LearningKit.Tests.Measuring;

/// <summary>A clock that stands still until it is told to go on. Its step is one tick, 100 ns.</summary>
sealed class FakeClock : TimeProvider
{
    long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref now);

    public void Advance(double milliseconds) => Interlocked.Add(ref now, (long)(milliseconds * TimeSpan.TicksPerMillisecond));
}
