using System.Diagnostics;
using System.Text.Json;
using LearningKit.Mpi;
using LearningKit.Mpi.Native;

namespace LearningKit.Benchmarks;

/// <summary>Our half of the comparison with C and mpi4py: see the README in this folder. Runs on two ranks, prints seconds as JSON.</summary>
static class MessageFigures
{
    sealed record Reading(string City, double Celsius, int Hour);

    public static void Run()
    {
        using var mpi = NativeMpi.Init();
        var comm = mpi.World;
        var best = new Dictionary<string, double>();
        foreach (var (name, bytes, batch, batches) in new[] { ("8 B", 8, 200, 200), ("64 KB", 1 << 16, 50, 60), ("1 MB", 1 << 20, 4, 60), ("16 MB", 16 << 20, 1, 20) })
        {
            var buffer = new double[bytes / 8];
            best[name] = PingPong(comm, batch, batches, () => comm.Send<double>(buffer, 1, 7), () => comm.Recv<double>(buffer, 0, 7), () => comm.Send<double>(buffer, 0, 7), () => comm.Recv<double>(buffer, 1, 7));
        }
        var reading = new Reading("Ulm", 21.5, 14);
        best["object: record"] = PingPong(comm, 50, 60, () => comm.SendObject(reading, 1), () => comm.RecvObject<Reading>(0), () => comm.SendObject(reading, 0), () => comm.RecvObject<Reading>(1));
        var array = new double[1 << 17];
        best["object: 1 MB array"] = PingPong(comm, 4, 60, () => comm.SendObject(array, 1), () => comm.RecvObject<double[]>(0), () => comm.SendObject(array, 0), () => comm.RecvObject<double[]>(1));

        var (send, receive) = (new double[1_000_000], new double[1_000_000]);
        Array.Fill(send, comm.Rank + 1);
        var least = double.MaxValue;
        for (var i = 0; i < 40; i++)
        {
            comm.Barrier();
            var started = Stopwatch.GetTimestamp();
            comm.Allreduce<double>(send, receive, Op.Sum);
            least = Math.Min(least, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        best["allreduce of 1M doubles"] = least;
        if (comm.Rank == 0) Console.WriteLine(JsonSerializer.Serialize(best));
    }

    // Half the time of a round trip, of the best batch.
    static double PingPong(ICommunicator comm, int batch, int batches, Action sendTo1, Action receiveFrom0, Action sendTo0, Action receiveFrom1)
    {
        var least = double.MaxValue;
        for (var i = 0; i < batches + 50; i++)
        {
            comm.Barrier();
            var started = Stopwatch.GetTimestamp();
            for (var k = 0; k < batch; k++)
            {
                if (comm.Rank == 0)
                {
                    sendTo1();
                    receiveFrom1();
                }
                else if (comm.Rank == 1)
                {
                    receiveFrom0();
                    sendTo0();
                }
            }
            least = Math.Min(least, Stopwatch.GetElapsedTime(started).TotalSeconds / batch / 2);
        }
        return least;
    }
}
