// expect: compare the two sums
var flaws = new Dictionary<string, Flaw>
{
    ["A"] = Flaw.ColdRun,
    ["B"] = Flaw.ResultNotUsed,
    ["C"] = Flaw.WeakBaseline,
    ["D"] = Flaw.WeakBaseline,
    ["E"] = Flaw.OneSample,
};
