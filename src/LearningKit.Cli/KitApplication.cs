using System.CommandLine;
using System.CommandLine.Invocation;
using LearningKit.Cli.Commands;
using LearningKit.Cli.Commands.Data;
using LearningKit.Cli.Commands.Kernel;
using LearningKit.Cli.Setup;
using LearningKit.Cli.Terminals;

namespace LearningKit.Cli;

/// <summary>The kit command: finds the command that was typed, runs it, and turns what goes wrong into a sentence and an exit code.</summary>
static class KitApplication
{
    /// <summary>The kit's version.</summary>
    public static string Version { get; } = typeof(KitApplication).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <summary>Where to begin.</summary>
    public static IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("kit doctor", "what this machine has, and what it can be trusted with"),
        ("kit lessons", "the lessons and how far you have come"),
        ("kit lab", "open the lessons in Jupyter and run them cell by cell"),
        ("kit run", "execute every lesson and make a site of them"),
        ("kit run 03", "execute lesson 03 only"),
        ("kit study mandelbrot --workers 1,2,4", "how a workload gets faster with workers"),
    ];

    /// <summary>Runs kit.</summary>
    /// <param name="args">What was typed.</param>
    /// <param name="terminal">Where to write and ask.</param>
    /// <param name="interruption">Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, Interruption interruption)
    {
        var verbose = new Option<bool>("--verbose") { Description = "Show where in the code something went wrong.", Recursive = true };
        var parsed = Root(terminal, verbose).Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0 && parsed.Action is not TeachingHelp) return Complain(parsed, terminal);
        try
        {
            var work = Task.Run(() => parsed.InvokeAsync(
                new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token));
            return await EndOfAsync(work, (parsed.CommandResult.Command as KitCommand)?.TimeToEnd ?? TimeSpan.Zero, interruption.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            terminal.Error.WriteLine("Stopped.");
            return interruption.ExitCode;
        }
        catch (Exception exception)
        {
            terminal.Error.WriteLine(parsed.GetValue(verbose) ? exception.ToString() : Sentence.Of(exception));
            return exception is BadUsageException ? ExitCode.BadUsage : ExitCode.Failure;
        }
    }

    /// <summary>Waits for the work; once it is cancelled, only for a while.</summary>
    static async Task<int> EndOfAsync(Task<int> work, TimeSpan timeToEnd, CancellationToken cancel)
    {
        var cancelled = new TaskCompletionSource();
        using var registration = cancel.Register(cancelled.SetResult);
        await Task.WhenAny(work, cancelled.Task).ConfigureAwait(false);
        if (work.IsCompleted) return await work.ConfigureAwait(false);
        await Task.WhenAny(work, Task.Delay(timeToEnd, CancellationToken.None)).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        return await work.ConfigureAwait(false);
    }

    internal static RootCommand Root(Terminal terminal, Option<bool> verbose)
    {
        var root = new RootCommand("LearningKit: learn parallel computing by running, measuring and changing real programs.")
        {
            new RunCommand(terminal),
            new LabCommand(terminal, Host.Current),
            new LessonsCommand(terminal),
            new DoctorCommand(terminal, Host.Current),
            new SetupCommand(terminal, Host.Current),
            new StudyCommand(terminal),
            new TraceCommand(terminal),
            new DataCommand(terminal),
            new ExportCommand(terminal),
            new KernelCommand(terminal),
            new TestCommand(terminal, Host.Current),
            new CompletionCommand(terminal),
            verbose,
        };
        TeachingHelp.AddTo(root);
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        return root;
    }

    static int Complain(ParseResult parsed, Terminal terminal)
    {
        foreach (var message in parsed.Errors.Select(error => error.Message).Distinct()) terminal.Error.WriteLine(message);
        var path = string.Join(' ', PathTo(parsed));
        terminal.Error.WriteLine($"'{path} --help' says what can be typed.");
        return ExitCode.BadUsage;
    }

    /// <summary>The commands on the way to the one that was typed: kit, data, get.</summary>
    static Stack<string> PathTo(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result.Parent is System.CommandLine.Parsing.CommandResult parent; result = parent)
            names.Push(result.Command.Name);
        names.Push("kit");
        return names;
    }

    /// <summary>The usual action asks the program that was started, which in a test is the test host.</summary>
    sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(Version);
            return ExitCode.Success;
        }
    }
}
