// expect: forgets that the workers must compute, too
long? BreakEven(CallCost cost)
{
    var gain = cost.WorkPerByte - 1 / cost.BytesPerSecond;
    return gain > 0 ? (long)(cost.FixedSeconds / gain) + 1 : null;
}
