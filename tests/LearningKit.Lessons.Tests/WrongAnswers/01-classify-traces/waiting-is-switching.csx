// expect: Does anybody use the processor meanwhile?
var words = new Dictionary<string, ExecutionStyle>
{
    ["A"] = ExecutionStyle.Multitasking,
    ["B"] = ExecutionStyle.Multiprocessing,
    ["C"] = ExecutionStyle.Multiprogramming,
    ["D"] = ExecutionStyle.Multithreading,
    ["E"] = ExecutionStyle.OneAfterTheOther,
};
