using LearningKit.Processes;
using LearningKit.Processes.Tests.Pool;
using LearningKit.Processes.Tests.Shared;
using LearningKit.Processes.Tests.Worker;

// Not the tests: the programs that tests start.
return args switch
{
    ["scene", var name, .. var arguments] => Scenes.Play(name, arguments),
    ["map"] => InterruptTests.MapForever(),
    ["pools", var count] => PoolLeakTests.MakePools(count),
    ["prints"] => PoolMemoryTests.PrintAGigabyte(),
    ["large"] => PoolMemoryTests.SendMuch(),
    ["parent", var report] => OrphanScenario.Run(report),
    _ => WorkerProgram.Run(TestDuties.Serve),   // a worker that knows no tasks and obeys words
};
