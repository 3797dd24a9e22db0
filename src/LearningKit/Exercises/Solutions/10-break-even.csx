long? BreakEven(CallCost cost)
{
    var gain = cost.WorkPerByte - cost.WorkPerByte / cost.Workers - 1 / cost.BytesPerSecond;   // seconds that each byte saves
    return gain > 0 ? (long)Math.Floor(cost.FixedSeconds / gain) + 1 : null;
}
