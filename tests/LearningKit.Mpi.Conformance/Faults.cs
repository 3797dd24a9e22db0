using System.Diagnostics;
using LearningKit.Mpi.Native;

namespace LearningKit.Mpi.Conformance;

/// <summary>Programs that go wrong, each in its own way, for tests of what the user then sees.</summary>
static class Faults
{
    public static void Run(string name)
    {
        if (name == "throws-in-async")
        {
            NativeMpi.Run(ThrowLater);
            return;
        }
        using var mpi = NativeMpi.Init();
        var comm = mpi.World;
        var last = comm.Rank == comm.Size - 1;
        switch (name)
        {
            case "none":
                Console.WriteLine($"rank {comm.Rank} of {comm.Size}");
                break;
            case "throws":
                if (last) throw new InvalidOperationException("boom");
                comm.Barrier();
                break;
            case "exits":
                if (last) Environment.Exit(7);
                comm.Barrier();
                break;
            case "killed":
                if (last) Process.GetCurrentProcess().Kill();
                comm.Barrier();
                break;
            case "never-finalizes":
                comm.Barrier();
                Environment.Exit(0);
                break;
            case "operation-throws":
                comm.Allreduce(comm.Rank, Op.Create<int>((_, _) => throw new InvalidOperationException("no sum")));
                break;
            default:
                throw new ArgumentException($"There is no fault {name}.");
        }
    }

    static async Task ThrowLater(ICommunicator comm)
    {
        await comm.IBarrier();
        if (comm.Rank == comm.Size - 1) throw new InvalidOperationException("boom, later");
        await comm.IBarrier();
    }
}
