using System.Text.Json;
using LearningKit.Mpi.Native;

namespace LearningKit.Mpi.Conformance;

/// <summary>Runs cases on the ranks of a real MPI. Arguments: the folder for the results, and the cases' names; or "fault" and its name.</summary>
/// <remarks>
/// A case that fails on one rank leaves the others waiting for it, so the rank writes down what happened and ends the job; whoever started it
/// starts the rest of the cases anew.
/// </remarks>
static class Program
{
    static void Main(string[] args)
    {
        if (args[0] == "fault")
        {
            Faults.Run(args[1]);
            return;
        }
        using var mpi = NativeMpi.Init();
        using var results = new StreamWriter(Path.Combine(args[0], $"rank-{mpi.World.Rank}.jsonl")) { AutoFlush = true };
        foreach (var name in args.Skip(1))
        {
            try
            {
                MpiCase.Named(name).Run(mpi.World);
                Write(null);
            }
            catch (Exception exception)
            {
                Write(exception.ToString());
                mpi.World.Abort(3);
            }

            void Write(string? failure) => results.WriteLine(JsonSerializer.Serialize(new CaseResult(name, mpi.World.Rank, failure)));
        }
    }
}
