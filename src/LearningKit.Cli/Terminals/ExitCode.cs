namespace LearningKit.Cli.Terminals;

/// <summary>What kit tells the shell.</summary>
static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>Something did not work: a cell threw, a test failed, a download was refused.</summary>
    public const int Failure = 1;

    /// <summary>The command line makes no sense: nothing was done.</summary>
    public const int BadUsage = 2;

    /// <summary>Ctrl-C: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Told to end: 128 and the number of SIGTERM.</summary>
    public const int Terminated = 143;
}
