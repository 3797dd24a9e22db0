// expect: when a LINQ query does its work
var flaws = new Dictionary<string, Flaw>
{
    ["A"] = Flaw.ColdRun,
    ["B"] = Flaw.ColdRun,
    ["C"] = Flaw.WeakBaseline,
    ["D"] = Flaw.DifferentAnswers,
    ["E"] = Flaw.OneSample,
};
