// expect: is there one memory, or several?
var words = new Dictionary<string, ExecutionStyle>
{
    ["A"] = ExecutionStyle.Multitasking,
    ["B"] = ExecutionStyle.Multithreading,
    ["C"] = ExecutionStyle.OneAfterTheOther,
    ["D"] = ExecutionStyle.Multithreading,
    ["E"] = ExecutionStyle.Multiprogramming,
};
