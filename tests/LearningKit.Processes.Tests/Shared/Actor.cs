using System.Diagnostics;

namespace LearningKit.Processes.Tests.Shared;

/// <summary>Another process that plays a scene (<see cref="Scenes"/>), told by lines when to go on. It ends when this process does.</summary>
sealed class Actor : IDisposable
{
    readonly Process process;

    public Actor(string scene, params string[] arguments) =>
        process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Actor).Assembly.Location, "scene", scene, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    public int ProcessId => process.Id;

    /// <summary>Tells it to go on.</summary>
    public void Say(string line = "go")
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
    }

    /// <summary>Waits for its next line.</summary>
    public string Hear() => process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The actor has left the stage; its error stream says why.");

    /// <summary>Lets it end and tells whether it did so well.</summary>
    public bool EndsWell()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>Ends it as kill -9 does, and waits until it is gone.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }
}
