// expect: Still open: E
var words = new Dictionary<string, ExecutionStyle>
{
    ["A"] = ExecutionStyle.Multitasking,
    ["B"] = ExecutionStyle.Multiprocessing,
    ["C"] = ExecutionStyle.OneAfterTheOther,
    ["D"] = ExecutionStyle.Multithreading,
    ["E"] = ExecutionStyle.Unknown,
};
