namespace LearningKit.Processes.Tests.Worker;

/// <summary>Waits for processes that are not this one's children, which only polling can tell.</summary>
static class Processes
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until a process is gone, or is a zombie that waits for its parent alone.</summary>
    public static Task WaitUntilGone(int process) => WaitUntil(() => !Lives(process));

    public static async Task WaitUntil(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (!condition()) await Task.Delay(pause, deadline.Token);
    }

    static bool Lives(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
