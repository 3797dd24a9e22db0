using System.Runtime.CompilerServices;

namespace LearningKit.Mpi;

/// <summary>An object that is being received: wait for it, test it, or await it.</summary>
/// <remarks>How long the message will be is known only when it is there, so it is received by whoever waits or tests, not behind their back.</remarks>
public sealed class ObjectRequest<T>
{
    readonly ICommunicator comm;
    readonly int source, tag;
    bool received;
    T? value;

    internal ObjectRequest(ICommunicator comm, int source, int tag) => (this.comm, this.source, this.tag) = (comm, source, tag);

    /// <summary>What is known about the message, once it is there.</summary>
    public Status Status { get; private set; }

    /// <summary>Waits for the object; again, returns the same one.</summary>
    public T Wait()
    {
        if (!received) Receive(comm.Mprobe(source, tag));
        return value!;
    }

    /// <summary>Asks whether it is there.</summary>
    public bool Test(out T? value)
    {
        if (!received && comm.IMprobe(source, tag) is { } message) Receive(message);
        value = this.value;
        return received;
    }

    /// <summary>Lets <c>await request</c> go on with the object when it is there.</summary>
    public TaskAwaiter<T> GetAwaiter() => PollAsync().GetAwaiter();

    void Receive(Message message)
    {
        Status = message.Status;
        value = PackedObject.Receive<T>(message);
        received = true;
    }

    async Task<T> PollAsync()
    {
        for (var started = Environment.TickCount64; !Test(out _);)
        {
            if (Environment.TickCount64 - started < 2) await Task.Yield();
            else await Task.Delay(1).ConfigureAwait(false);
        }
        return value!;
    }
}
