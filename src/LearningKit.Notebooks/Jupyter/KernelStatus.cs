namespace LearningKit.Notebooks.Jupyter;

/// <summary>
/// Publishes <c>busy</c> and <c>idle</c> around each request ("Kernel status"). Front ends mark the whole kernel by the last
/// one, so after an answer that was given while a cell runs, <c>busy</c> is published for the cell again.
/// </summary>
sealed class KernelStatus(Channels channels)
{
    readonly Lock gate = new();
    Request? cell;

    /// <summary>Tells that the kernel has begun to live.</summary>
    public void Starting() => Publish("starting", null);

    /// <summary>Tells that a question is being answered.</summary>
    public void BeginAnswer(Request question) => Publish("busy", question);

    /// <summary>Tells that a question has been answered.</summary>
    public void EndAnswer(Request question)
    {
        lock (gate)
        {
            Publish("idle", question);
            if (cell is not null) Publish("busy", cell);
        }
    }

    /// <summary>Tells that a cell runs.</summary>
    public void BeginCell(Request execution)
    {
        lock (gate)
        {
            cell = execution;
            Publish("busy", execution);
        }
    }

    /// <summary>Tells that the cell has ended.</summary>
    public void EndCell()
    {
        lock (gate)
        {
            Publish("idle", cell);
            cell = null;
        }
    }

    void Publish(string state, Request? parent) => channels.Publish("status", new() { ["execution_state"] = state }, parent);
}
