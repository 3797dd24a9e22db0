// expect: What did the first call have to do
var flaws = new Dictionary<string, Flaw>
{
    ["A"] = Flaw.OneSample,
    ["B"] = Flaw.ResultNotUsed,
    ["C"] = Flaw.WeakBaseline,
    ["D"] = Flaw.DifferentAnswers,
    ["E"] = Flaw.OneSample,
};
