using System.CommandLine;
using LearningKit.Cli.Setup;
using LearningKit.Cli.Terminals;
using LearningKit.Cli.Testing;
using LearningKit.Data;

namespace LearningKit.Cli.Commands;

/// <summary><c>kit test</c>: sets up the machine, then builds and runs every test.</summary>
sealed class TestCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public TestCommand(Terminal terminal, Host host) : base(
        "test",
        "Set up the machine, then build and run all tests. The last line is always: N passed, N failed, N skipped.",
        ("kit test", "all tests"),
        ("kit test --filter Mandelbrot", "tests whose full name contains Mandelbrot"),
        ("kit test -- --blame-hang", "what follows -- goes to 'dotnet test'"))
    {
        var filter = new Option<string?>("--filter") { Description = "Run only tests that match, in the language of 'dotnet test --filter'." };
        var rest = new Argument<string[]>("arguments") { Description = "Further arguments for 'dotnet test'.", HelpName = "argument", Arity = ArgumentArity.ZeroOrMore };
        Add(filter);
        Add(rest);
        SetAction(async (parsed, cancel) =>
        {
            await SetupCommand.RunAsync(terminal, host, onlyCheck: false, cancel).ConfigureAwait(false);
            string[] filters = parsed.GetValue(filter) is { } wanted ? ["--filter", wanted] : [];
            var run = new TestRun(host.Find("dotnet") ?? "dotnet", KitPaths.Root, Path.Combine(KitPaths.Artifacts, "test"), terminal.Out.WriteLine);
            var passed = await run.RunAsync([.. filters, .. parsed.GetValue(rest) ?? []], cancel).ConfigureAwait(false);
            foreach (var test in run.Results.Skipped) terminal.Out.WriteLine($"Skipped {test.Name}: {test.Reason}");
            terminal.Out.WriteLine(run.Results.Summary);
            return passed ? ExitCode.Success : ExitCode.Failure;
        });
    }
}
