using Tasks = System.Threading.Tasks.Task;   // an exercise has a Task of its own: its text

namespace LearningKit.Exercises;

/// <summary>The learner asks several servers at once, takes the first good answer, and leaves nothing running.</summary>
/// <remarks>A request to a second server against a slow first one is called hedged: J. Dean and L. A. Barroso, "The Tail at Scale", CACM 56(2), 2013.</remarks>
public sealed class FirstAnswer() : Exercise<Func<Func<CancellationToken, Task<string>>[], CancellationToken, Task<string>>>(
    id: "09-first-answer",
    title: "The first answer, and nothing left running",
    task: "Write FirstGood(servers, cancel): ask all at once, return the first good answer, tell the others to stop and wait until they have; if all fail, fail; if the caller cancels, cancel.",
    "CancellationTokenSource.CreateLinkedTokenSource(cancel) makes a token that you can cancel and that the caller can cancel. Hand it to every server.",
    "await foreach (var done in Task.WhenEach(tasks)) gives the tasks in the order in which they end. done.IsCompletedSuccessfully says whether its answer is good.",
    "Before you leave: stop.Cancel(), then wait for all without their exceptions: await Task.WhenAll(tasks).ContinueWith(_ => { }). Then return the answer, or cancel.ThrowIfCancellationRequested() and throw.")
{
    /// <summary>Only wrong answers wait as long as this.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <summary>How long a server that was told to stop takes to do so. Right answers wait for it.</summary>
    static readonly TimeSpan moment = TimeSpan.FromSeconds(0.5);

    /// <inheritdoc/>
    protected override CheckResult Examine(Func<Func<CancellationToken, Task<string>>[], CancellationToken, Task<string>> answer) =>
        Tasks.Run(() => ExamineAsync(answer)).GetAwaiter().GetResult();

    async Task<CheckResult> ExamineAsync(Func<Func<CancellationToken, Task<string>>[], CancellationToken, Task<string>> answer) =>
        await OneAnswers(answer).ConfigureAwait(false) ?? await AllFail(answer).ConfigureAwait(false) ?? await CallerCancels(answer).ConfigureAwait(false)
        ?? Passed("All servers were asked at once, the first good answer came back, a failure was passed over, the slow one was stopped and had ended; failures and the caller's cancellation were told.");

    async Task<CheckResult?> OneAnswers(Func<Func<CancellationToken, Task<string>>[], CancellationToken, Task<string>> answer)
    {
        using var run = new ServerRun(3, moment);
        Func<CancellationToken, Task<string>>[] servers =
        [
            run.Server(_ => throw new HttpRequestException("The first server is down.")),
            run.Server(async stop =>
            {
                await run.AllAskedAsync(patience).ConfigureAwait(false);
                return "good";
            }),
            run.Server(stop => ServerRun.NeverAsync(stop)),
        ];
        var task = Tasks.Run(() => answer(servers, CancellationToken.None));
        var ended = await run.EndedAsync(task, patience).ConfigureAwait(false);
        if (task.Exception?.InnerException is NotImplementedException) await task.ConfigureAwait(false);
        if (run.Asked < 3) return NotYet($"{run.Asked} of 3 servers were asked.", "Ask all of them at once: first make all tasks, then wait for the first that is done.");
        if (!ended)
            return NotYet("One server answered, one failed, and you went on waiting for the third.", "Who has an answer cancels the others: stop.Cancel(), with the token that each server was given.");
        if (task.IsFaulted) return NotYet($"One server failed, another had a good answer, and you threw: {task.Exception!.InnerException!.Message}", "Done is not the same as good: pass over tasks that failed, and wait for the next.");
        if (run.Running > 0) return NotYet($"You returned while {run.Running} request was still running.", "Cancelling asks; it does not wait. Wait for the others before you return.");
        return task.IsCompletedSuccessfully && task.Result == "good" ? null : NotYet("A good answer was there, and something else came back.", "Return the result of the first task that completed successfully.");
    }

    async Task<CheckResult?> AllFail(Func<Func<CancellationToken, Task<string>>[], CancellationToken, Task<string>> answer)
    {
        using var run = new ServerRun(2, moment);
        Func<CancellationToken, Task<string>>[] servers =
        [
            run.Server(_ => throw new HttpRequestException("The first server is down.")),
            run.Server(_ => throw new HttpRequestException("The second server is down.")),
        ];
        var task = Tasks.Run(() => answer(servers, CancellationToken.None));
        if (!await run.EndedAsync(task, patience).ConfigureAwait(false)) return NotYet("All servers failed, and you went on waiting.", "When the last one has failed, there is nothing to wait for: throw.");
        return task.IsFaulted ? null : NotYet("All servers failed, and the caller was not told.", "No good answer is a failure too: throw the exception of one of them.");
    }

    async Task<CheckResult?> CallerCancels(Func<Func<CancellationToken, Task<string>>[], CancellationToken, Task<string>> answer)
    {
        using var run = new ServerRun(2, moment);
        using var caller = new CancellationTokenSource();
        var task = Tasks.Run(() => answer([run.Server(stop => ServerRun.NeverAsync(stop)), run.Server(stop => ServerRun.NeverAsync(stop))], caller.Token));
        await run.AllAskedAsync(patience).ConfigureAwait(false);
        await caller.CancelAsync().ConfigureAwait(false);
        if (!await run.EndedAsync(task, patience).ConfigureAwait(false)) return NotYet("The caller cancelled, and you went on waiting.", "Link your token to the caller's: CancellationTokenSource.CreateLinkedTokenSource(cancel).");
        if (run.Running > 0) return NotYet($"The caller cancelled, and you returned while {run.Running} request(s) were still running.", "When the caller cancels, wait for the servers too before you throw.");
        return task.IsCanceled ? null : NotYet("The caller cancelled, and got something else than an OperationCanceledException.", "Look at the caller's token when no good answer came: cancel.ThrowIfCancellationRequested().");
    }
}
