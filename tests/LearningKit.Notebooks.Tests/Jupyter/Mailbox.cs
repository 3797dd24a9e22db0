using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Tests.Jupyter;

/// <summary>The messages that have come on one socket, until somebody takes them.</summary>
sealed class Mailbox
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    readonly Lock gate = new();
    readonly List<JupyterMessage> messages = [];
    TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(JupyterMessage message)
    {
        lock (gate)
        {
            messages.Add(message);
            changed.SetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Takes the first message for which the condition holds; those before it stay.</summary>
    public async Task<JupyterMessage> TakeAsync(Predicate<JupyterMessage> condition)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                var index = messages.FindIndex(condition);
                if (index >= 0)
                {
                    var found = messages[index];
                    messages.RemoveAt(index);
                    return found;
                }
                change = changed.Task;
            }
            await change.WaitAsync(patience);
        }
    }

    /// <summary>Takes all that is there.</summary>
    public List<JupyterMessage> TakeAll()
    {
        lock (gate)
        {
            List<JupyterMessage> all = [.. messages];
            messages.Clear();
            return all;
        }
    }
}
