namespace LearningKit.Engines;

/// <summary>
/// Executes the parts on a team of threads that is kept from run to run: a free worker takes the next part.
/// What <see cref="ThreadEngine"/> pays for starting threads is paid once.
/// </summary>
/// <remarks>The caller's thread is worker 0. A team is kept for each number of workers until the engine is disposed.</remarks>
public sealed class TeamEngine : InProcessEngine
{
    readonly Dictionary<int, WorkerTeam> teams = [];
    bool disposed;

    /// <inheritdoc/>
    public override string Name => "team";

    /// <inheritdoc/>
    protected override Task ExecuteAsync(Job job, int workers)
    {
        var next = -1;   // the shared ticket
        TeamOf(workers).Run(worker =>
        {
            for (int part; !job.Stopped && (part = Interlocked.Increment(ref next)) < job.Count;) job.Execute(part, worker);
        });
        return Task.CompletedTask;
    }

    /// <summary>Ends the teams, after the run that may be under way.</summary>
    public override ValueTask DisposeAsync()
    {
        WorkerTeam[] ending;
        lock (teams)
        {
            disposed = true;
            ending = [.. teams.Values];
            teams.Clear();
        }
        foreach (var team in ending) team.Dispose();
        return base.DisposeAsync();
    }

    WorkerTeam TeamOf(int workers)
    {
        lock (teams)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (!teams.TryGetValue(workers, out var team)) teams.Add(workers, team = new WorkerTeam(workers));
            return team;
        }
    }
}
