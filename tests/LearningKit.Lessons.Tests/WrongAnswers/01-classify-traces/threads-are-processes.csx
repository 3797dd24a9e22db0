// expect: How many processes are there?
var words = new Dictionary<string, ExecutionStyle>
{
    ["A"] = ExecutionStyle.Multitasking,
    ["B"] = ExecutionStyle.Multiprocessing,
    ["C"] = ExecutionStyle.OneAfterTheOther,
    ["D"] = ExecutionStyle.Multiprocessing,
    ["E"] = ExecutionStyle.Multiprogramming,
};
