// expect: At that size both take equally long
long? BreakEven(CallCost cost)
{
    var gain = cost.WorkPerByte - cost.WorkPerByte / cost.Workers - 1 / cost.BytesPerSecond;
    return gain > 0 ? (long)Math.Ceiling(cost.FixedSeconds / gain) : null;
}
