using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using LearningKit.Cli.Lessons;
using LearningKit.Cli.Terminals;
using LearningKit.Data;
using LearningKit.Notebooks;

namespace LearningKit.Cli.Commands;

/// <summary><c>kit run</c>: executes notebooks and makes a site of them.</summary>
sealed class RunCommand : KitCommand
{
    const double LongestTimeout = 24 * 60 * 60;

    /// <summary>Makes the command.</summary>
    public RunCommand(Terminal terminal) : base(
        "run",
        "Execute lessons or other notebooks, each in a process of its own, and make a site of them. The notebooks themselves stay as they are: executed copies go to artifacts/run.",
        ("kit run", "every lesson"),
        ("kit run 03 plinq", "lessons 03 and 05"),
        ("kit run my.ipynb --timeout 60", "your own notebook; a cell that takes longer than a minute is stopped"),
        ("kit run 03 -p size=512 --open", "a lesson with another value for one of its parameters; then open the site"))
    {
        var notebooks = new NotebooksArgument();
        var timeout = new Option<double>("--timeout") { Description = "How many seconds one cell may take.", HelpName = "seconds", DefaultValueFactory = _ => new RunnerOptions().Timeout.TotalSeconds };
        var parameters = new Option<string[]>("--parameter", "-p") { Description = "A value for a variable that the notebook declares in its cell tagged 'parameters'. May be repeated.", HelpName = "name=value" };
        var open = new Option<bool>("--open") { Description = "Open the site in the browser when all is done." };
        parameters.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=') < 1)) result.AddError($"'{token.Value}' is not a parameter. Write it as name=value: -p size=512");
        });
        Add(notebooks);
        foreach (var option in (Option[])[timeout, parameters, open]) Add(option);
        SetAction((parsed, cancel) => RunAsync(
            terminal,
            parsed.GetValue(notebooks) ?? [],
            new()
            {
                Timeout = parsed.GetValue(timeout) is > 0 and <= LongestTimeout and var seconds
                    ? TimeSpan.FromSeconds(seconds)
                    : throw new BadUsageException($"--timeout is a number of seconds, more than 0 and at most {LongestTimeout}, a day."),
                Parameters = (parsed.GetValue(parameters) ?? []).Select(text => text.Split('=', 2)).GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.Last()[1]),
            },
            parsed.GetValue(open),
            cancel));
    }

    static async Task<int> RunAsync(Terminal terminal, IReadOnlyList<string> named, RunnerOptions options, bool open, CancellationToken cancel)
    {
        var paths = LessonFolder.Find(named);
        await SetupCommand.InstallWebAssetsAsync(terminal, cancel).ConfigureAwait(false);
        var batch = new NotebookBatch(terminal, options, KitPaths.Run);
        await batch.RunAsync(paths, cancel).ConfigureAwait(false);

        terminal.Out.WriteLine($"{paths.Count - batch.Failed} of {paths.Count} ran to the end.");
        if (batch.Executed.Count > 0)
        {
            var index = LessonSite.Write(batch.Executed, KitPaths.Run);
            terminal.Out.WriteLine($"Executed notebooks: {KitPaths.Run}");
            terminal.Out.WriteLine($"Site:               {index}");
            if (open) Open(terminal, index);
        }
        return batch.Failed == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    static void Open(Terminal terminal, string page)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            terminal.Error.WriteLine($"No browser could be opened ({exception.Message}). Open the site yourself.");
        }
    }
}
