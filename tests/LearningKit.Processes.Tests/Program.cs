using LearningKit.Processes;
using LearningKit.Processes.Tests.Shared;

// Not the tests: the programs that tests start.
return args switch
{
    ["scene", var name, .. var arguments] => Scenes.Play(name, arguments),
    _ => WorkerProgram.Main(),
};
