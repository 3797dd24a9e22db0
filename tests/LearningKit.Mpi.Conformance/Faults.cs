using System.Diagnostics;
using LearningKit.Mpi.Native;

namespace LearningKit.Mpi.Conformance;

/// <summary>Programs that need a job of their own: most go wrong, each in its own way, for tests of what the user then sees.</summary>
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
            case "spawns":
                using (var children = mpi.Spawn(comm, 2, "dotnet", typeof(Faults).Assembly.Location, "fault", "spawned")) Family(comm, children, high: false);
                break;
            case "spawned":
                Family(comm, mpi.Parent!, high: true);
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

    // Parents and children count each other.
    static void Family(ICommunicator comm, ICommunicator others, bool high)
    {
        using var all = others.Merge(high);
        var ranks = all.Allreduce(1, Op.Sum);
        if (all.Rank == 0) Console.WriteLine($"{comm.Size} and {others.RemoteSize} are {ranks}");
    }
}
