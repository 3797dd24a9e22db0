using System.Diagnostics.CodeAnalysis;
using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>Asks the person who runs a cell for a line ("Messages on the stdin channel"); one question at a time.</summary>
/// <param name="channels">The sockets.</param>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable",
    Justification = "A semaphore whose wait handle nobody takes holds nothing.")]
sealed class InputChannel(Channels channels)
{
    readonly SemaphoreSlim turn = new(1, 1);
    readonly Lock gate = new();
    Question? open;

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="InvalidOperationException">The front end has no keyboard connected.</exception>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public async Task<string> AskAsync(Request cell, InputPrompt prompt, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (gate)
            {
                // The answer may come before this thread goes on, so the question is open before anybody can answer.
                var id = channels.Ask(cell, new() { ["prompt"] = prompt.Text, ["password"] = prompt.IsPassword })
                    ?? throw new InvalidOperationException("The front end that runs this cell has no input channel connected, so nobody can be asked.");
                open = new(id, cell.Message.Identities[0], answer);
            }
            return await answer.Task.WaitAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            lock (gate) open = null;
            turn.Release();
        }
    }

    /// <summary>Takes an answer. One that belongs to no open question is dropped.</summary>
    public void Receive(JupyterMessage reply)
    {
        if (reply.Type != "input_reply") return;
        lock (gate)
        {
            if (open is not { } question || !reply.Identities[0].AsSpan().SequenceEqual(question.Identity)) return;
            // Some front ends leave the parent header out.
            if (reply.ParentId is { } parent && parent != question.Id) return;
            question.Answer.TrySetResult(reply.Content.Text("value") ?? "");
        }
    }

    sealed record Question(string Id, byte[] Identity, TaskCompletionSource<string> Answer);
}
