using System.CommandLine;
using LearningKit.Cli.Kernels;
using LearningKit.Cli.Lessons;
using LearningKit.Cli.Setup;
using LearningKit.Cli.Terminals;
using LearningKit.Data;

namespace LearningKit.Cli.Commands;

/// <summary><c>kit lab</c>: opens lessons in Jupyter.</summary>
sealed class LabCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public LabCommand(Terminal terminal, Host host) : base(
        "lab",
        "Open the lessons in Jupyter, to run them cell by cell: Shift+Enter runs a cell, the square button stops one that takes too long. Installs the kernel if need be. Ctrl-C here ends Jupyter and all that runs in it.",
        ("kit lab", "all lessons"),
        ("kit lab 03", "lesson 03"),
        ("kit lab ~/experiments", "a folder of your own"),
        ("kit lab --browser none", "on a machine without a screen: open the address that Jupyter prints"))
    {
        var target = new Argument<string?>("notebook") { Description = "A lesson by number or name, a notebook or a folder by path. Default: the folder of the lessons.", HelpName = "notebook|folder", Arity = ArgumentArity.ZeroOrOne };
        target.CompletionSources.Add(_ => LessonFolder.All().Select(LessonFolder.NameOf));
        var browser = new Option<string?>("--browser") { Description = "The browser that opens, such as firefox; 'none' opens none.", HelpName = "name" };
        Add(target);
        Add(browser);
        SetAction((parsed, cancel) => RunAsync(terminal, host, parsed.GetValue(target), parsed.GetValue(browser), cancel));
    }

    /// <inheritdoc/>
    public override TimeSpan TimeToEnd => JupyterServer.TimeToEnd + base.TimeToEnd;

    static async Task<int> RunAsync(Terminal terminal, Host host, string? named, string? browser, CancellationToken cancel)
    {
        var target = named is null ? KitPaths.Notebooks : Directory.Exists(named) ? Path.GetFullPath(named) : LessonFolder.Find(named);
        var jupyter = JupyterProgram.Find(host) ?? throw new FailureException(HowToGetJupyter(host));
        var kernel = KernelFolder.User.Spec(KernelSpec.UsualName);
        if (!kernel.IsCurrent)
        {
            kernel.Install();
            terminal.Error.WriteLine($"Installed the kernel 'C# (LearningKit)' in {kernel.Folder}");
        }
        terminal.Error.WriteLine($"Starting {jupyter.Title} on {target}. Ctrl-C ends it.");
        terminal.Error.Flush();
        return await new JupyterServer(jupyter, host).RunAsync(target, browser, cancel).ConfigureAwait(false);
    }

    static string HowToGetJupyter(Host host) =>
        $"""
        There is no Jupyter on this machine that runs. Get one of these:
          {(host.Find("apt-get") is null ? "pip install jupyterlab" : "sudo apt-get install jupyter-notebook   (or: pip install jupyterlab)")}
          Visual Studio Code with its extension Jupyter, which needs no Python: type 'kit kernel install', open the folder
          {KitPaths.Root}, open a lesson, and choose the kernel 'C# (LearningKit)'.
        Without any, 'kit run' executes the lessons and makes a site of them.
        """;
}
