// expect: What takes turns by the clock?
var words = new Dictionary<string, ExecutionStyle>
{
    ["A"] = ExecutionStyle.Multithreading,
    ["B"] = ExecutionStyle.Multiprocessing,
    ["C"] = ExecutionStyle.OneAfterTheOther,
    ["D"] = ExecutionStyle.Multithreading,
    ["E"] = ExecutionStyle.Multiprogramming,
};
