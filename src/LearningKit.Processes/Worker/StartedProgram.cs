using System.Diagnostics;
using LearningKit.ChildProcesses;

namespace LearningKit.Processes;

/// <summary>A program that .NET's <see cref="Process"/> started.</summary>
sealed class StartedProgram : IChildProgram
{
    readonly Process process;

    StartedProgram(Process process) => this.process = process;

    /// <inheritdoc/>
    public int Id => process.Id;

    /// <inheritdoc/>
    public Stream Input => process.StandardInput.BaseStream;

    /// <inheritdoc/>
    public Stream Output => process.StandardOutput.BaseStream;

    /// <inheritdoc/>
    public Stream Error => process.StandardError.BaseStream;

    /// <summary>Starts one.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static StartedProgram Start(string fileName, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var info = new ProcessStartInfo(fileName, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) info.Environment[name] = value;
        return new(Process.Start(info)!);
    }

    /// <inheritdoc/>
    public int WaitForExit()
    {
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <inheritdoc/>
    public void Kill() => ProcessTree.Kill(process);

    /// <inheritdoc/>
    public void Dispose() => process.Dispose();
}
