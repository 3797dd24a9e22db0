// expect: exactly when one begins to wait
var words = new Dictionary<string, ExecutionStyle>
{
    ["A"] = ExecutionStyle.Multitasking,
    ["B"] = ExecutionStyle.Multiprocessing,
    ["C"] = ExecutionStyle.OneAfterTheOther,
    ["D"] = ExecutionStyle.Multithreading,
    ["E"] = ExecutionStyle.Multitasking,
};
