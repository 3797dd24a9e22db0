// expect: costs at least as much to send as its sharing saves
long? BreakEven(CallCost cost)
{
    var gain = cost.WorkPerByte - cost.WorkPerByte / cost.Workers - 1 / cost.BytesPerSecond;
    return (long)Math.Floor(cost.FixedSeconds / Math.Abs(gain)) + 1;
}
