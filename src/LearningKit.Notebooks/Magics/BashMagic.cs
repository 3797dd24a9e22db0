using LearningKit.ChildProcesses;
using LearningKit.Notebooks.Running;

namespace LearningKit.Notebooks.Magics;

/// <summary>Runs the lines below in a shell of their own.</summary>
sealed class BashMagic : Magic
{
    public override string Name => "bash";

    public override IReadOnlyList<string> Aliases => ["sh", "shell", "shellscript"];

    public override string Summary => "The lines below are run by bash, in the notebook's folder.";

    public override string Usage =>
        """
        #!bash
        nproc
        lscpu | head -n 5

        Each cell is a shell of its own: variables and the current folder do not carry over. A cell whose last command fails
        is a failed cell. What the cell started ends with the notebook.
        """;

    public override bool TakesBody => true;

    public override void Run(MagicCall call)
    {
        if (ChildProcess.FindOnPath("bash") is not { } bash)
        {
            call.Cell.Write(StreamOutput.Error, "bash was not found on PATH, so this cell was skipped. On Windows it comes with Git.\n");
            return;
        }
        var shell = ChildProcess.Start(bash, ["-c", call.Body], call.Session.Options.WorkingDirectory);
        call.Session.Keep(shell);
        shell.Input.Close();
        var exitCode = Relay(shell, call);
        if (exitCode != 0)
            throw new CellException("ProgramFailed", $"bash ended with exit code {exitCode}: the last command of the cell failed. Its messages are above.");
    }

    /// <summary>Hands on what a program writes until it ends.</summary>
    /// <returns>The exit code.</returns>
    static int Relay(ChildProcess program, MagicCall call)
    {
        using var stop = call.Cell.Cancellation.Register(program.Kill);
        var outputs = new StreamRelay(program.Output, StreamOutput.Out, call.Cell);
        var errors = new StreamRelay(program.Error, StreamOutput.Error, call.Cell);
        var exitCode = program.WaitForExit();
        // A program in the background may hold the pipes open: what it writes later still arrives, but nobody waits for it.
        outputs.WaitForEnd();
        errors.WaitForEnd();
        call.Cell.Cancellation.ThrowIfCancellationRequested();
        return exitCode;
    }
}
