namespace LearningKit.Processes;

/// <summary>A program that was started with its three standard streams in pipes.</summary>
interface IChildProgram : IDisposable
{
    /// <summary>The number of the process; nobody else gets it before <see cref="IDisposable.Dispose"/>.</summary>
    int Id { get; }

    /// <summary>What it reads.</summary>
    Stream Input { get; }

    /// <summary>What it writes.</summary>
    Stream Output { get; }

    /// <summary>What it writes to the error stream.</summary>
    Stream Error { get; }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code; on Unix 128 and the signal's number if a signal ended it.</returns>
    int WaitForExit();

    /// <summary>Kills it with all that it started. Not after <see cref="IDisposable.Dispose"/>.</summary>
    void Kill();
}
