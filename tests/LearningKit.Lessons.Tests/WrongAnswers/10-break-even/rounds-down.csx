// expect: a number rounded down is a byte too few
long? BreakEven(CallCost cost)
{
    var gain = cost.WorkPerByte - cost.WorkPerByte / cost.Workers - 1 / cost.BytesPerSecond;
    return gain > 0 ? (long)(cost.FixedSeconds / gain) : null;
}
