using LearningKit.Cli;
using LearningKit.Cli.Lessons;
using LearningKit.Cli.Terminals;
using LearningKit.Notebooks;

// A worker's start is part of the time until a first cell runs, and signals are its parent's business: no command line, no Ctrl-C.
if (args is [ChildKit.Worker]) return await SessionWorker.RunAsync().ConfigureAwait(false);

using var interruption = new Interruption();
return await KitApplication.RunAsync(args, Terminal.Standard(), interruption).ConfigureAwait(false);
