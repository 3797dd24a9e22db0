using LearningKit.Cli;
using LearningKit.Cli.Lessons;
using LearningKit.Cli.Terminals;
using LearningKit.Notebooks;

// The two processes of a notebook: what kernel.json starts, and the worker. Their start is part of the time until a first
// cell runs, and signals are the kernel's own business: no command line, no Ctrl-C.
if (args is ["kernel", "run", var connectionFile]) return await JupyterKernel.RunAsync(connectionFile, ChildKit.Session()).ConfigureAwait(false);
if (args is [ChildKit.Worker]) return await SessionWorker.RunAsync().ConfigureAwait(false);

using var interruption = new Interruption();
return await KitApplication.RunAsync(args, Terminal.Standard(), interruption).ConfigureAwait(false);
