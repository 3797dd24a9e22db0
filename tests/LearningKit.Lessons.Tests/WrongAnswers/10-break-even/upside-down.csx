// expect: There is such a size
long? BreakEven(CallCost cost)
{
    var gain = cost.WorkPerByte - cost.WorkPerByte / cost.Workers - cost.BytesPerSecond;   // bytes a second instead of seconds a byte
    return gain > 0 ? (long)Math.Floor(cost.FixedSeconds / gain) + 1 : null;
}
