using LearningKit.Processes;
using LearningKit.Processes.Tests.Worker;

// Not the tests: the programs that tests start.
return args switch
{
    ["parent", var report] => OrphanScenario.Run(report),
    _ => WorkerProgram.Run(TestDuties.Serve),
};
