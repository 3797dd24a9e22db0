using LearningKit.Cli;
using LearningKit.Cli.Terminals;

using var interruption = new Interruption();
return await KitApplication.RunAsync(args, Terminal.Standard(), interruption).ConfigureAwait(false);
