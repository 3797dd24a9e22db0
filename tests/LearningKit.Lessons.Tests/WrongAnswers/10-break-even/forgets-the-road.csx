// expect: forgets that the bytes must travel
long? BreakEven(CallCost cost) =>
    cost.Workers > 1 ? (long)(cost.FixedSeconds / (cost.WorkPerByte - cost.WorkPerByte / cost.Workers)) + 1 : null;
