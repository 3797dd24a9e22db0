using LearningKit.Cli;
using LearningKit.Cli.Lessons;
using LearningKit.Cli.Terminals;
using LearningKit.Notebooks;
using LearningKit.Processes;

// The two processes of a notebook: what kernel.json starts, and the one that executes its cells; and the worker of a pool.
// Their start is part of the time until a first result, and signals are their own business: no command line, no Ctrl-C.
if (args is ["kernel", "run", var connectionFile]) return await JupyterKernel.RunAsync(connectionFile, ChildKit.Session()).ConfigureAwait(false);
if (args is [ChildKit.Cells]) return await SessionWorker.RunAsync().ConfigureAwait(false);
if (args is ["worker"]) return WorkerProgram.Main();

using var interruption = new Interruption();
return await KitApplication.RunAsync(args, Terminal.Standard(), interruption).ConfigureAwait(false);
