// expect: How far apart would two runs of one side be?
var flaws = new Dictionary<string, Flaw>
{
    ["A"] = Flaw.ColdRun,
    ["B"] = Flaw.ResultNotUsed,
    ["C"] = Flaw.WeakBaseline,
    ["D"] = Flaw.DifferentAnswers,
    ["E"] = Flaw.DebugBuild,
};
