using LearningKit.ChildProcesses;

namespace LearningKit.Mpi.Native;

/// <summary>The program that starts ranks: mpirun, of Open MPI or of MPICH.</summary>
/// <param name="Kind">Whose.</param>
/// <param name="Path">Where it is.</param>
public sealed record MpiLauncher(MpiKind Kind, string Path)
{
    /// <summary>Finds the launcher of an MPI on PATH; null if there is none.</summary>
    /// <param name="kind">Whose.</param>
    /// <remarks>Looks first for the names by which Debian tells them apart, then asks mpirun and mpiexec whose they are.</remarks>
    public static MpiLauncher? Find(MpiKind kind)
    {
        var suffix = kind == MpiKind.OpenMpi ? "openmpi" : "mpich";
        if (ChildProcess.FindOnPath($"mpirun.{suffix}") is { } named) return new(kind, named);
        string[] common = ["mpirun", "mpiexec"];
        return common.SelectMany(ChildProcess.AllOnPath).FirstOrDefault(path => KindOf(path) == kind) is { } found ? new(kind, found) : null;
    }

    /// <summary>The arguments that start a program on so many ranks: the launcher's own, then the program and its arguments.</summary>
    /// <param name="ranks">How many; may be more than there are processors.</param>
    /// <param name="program">The program and its arguments.</param>
    public IReadOnlyList<string> Arguments(int ranks, params IReadOnlyList<string> program)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ranks, 1);
        // Open MPI refuses root, and more ranks than processors, unless it is told; for the latter it also lets waiting ranks yield.
        string[] settings = Kind == MpiKind.OpenMpi
            ? [.. Environment.IsPrivilegedProcess ? ["--allow-run-as-root"] : Array.Empty<string>(), "--oversubscribe"]
            : [];
        return [.. settings, "-n", ranks.ToString(), .. program];
    }

    static MpiKind? KindOf(string path)
    {
        using var asked = ChildProcess.Start(path, ["--version"], ".");
        var version = asked.Output.ReadToEnd();
        return version.Contains("Open MPI", StringComparison.Ordinal) || version.Contains("OpenRTE", StringComparison.Ordinal) ? MpiKind.OpenMpi
            : version.Contains("HYDRA", StringComparison.Ordinal) ? MpiKind.Mpich
            : null;
    }
}
