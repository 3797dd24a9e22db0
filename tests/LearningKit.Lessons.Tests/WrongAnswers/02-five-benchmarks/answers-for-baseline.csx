// expect: How fast is that algorithm on one thread?
var flaws = new Dictionary<string, Flaw>
{
    ["A"] = Flaw.ColdRun,
    ["B"] = Flaw.ResultNotUsed,
    ["C"] = Flaw.DifferentAnswers,
    ["D"] = Flaw.DifferentAnswers,
    ["E"] = Flaw.OneSample,
};
