using LearningKit.Mpi.Conformance;
using LearningKit.Mpi.Native;

namespace LearningKit.Mpi.Tests;

/// <summary>What the user sees when a program goes wrong: the job ends, and says where and why.</summary>
public class MpiFaultTests
{
    static readonly string program = typeof(MpiCase).Assembly.Location;

    [SkippableTheory]
    [InlineData(MpiKind.OpenMpi)]
    [InlineData(MpiKind.Mpich)]
    public void Program_ThatEndsWell_PrintsTextAlone(MpiKind kind)
    {
        var (exitCode, output) = Run(kind, "none");
        Assert.Equal(0, exitCode);
        Assert.Contains("rank 0 of 2", output, StringComparison.Ordinal);
        Assert.Contains("rank 1 of 2", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\x1b', output);
    }

    [SkippableTheory]
    [InlineData(MpiKind.OpenMpi)]
    [InlineData(MpiKind.Mpich)]
    public void Rank_ThatThrows_EndsTheJobWithRankMessageAndStack(MpiKind kind)
    {
        var (exitCode, output) = Run(kind, "throws");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("[rank 1 of 2 on ", output, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: boom", output, StringComparison.Ordinal);
        Assert.Contains("Faults.Run", output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(MpiKind.OpenMpi)]
    [InlineData(MpiKind.Mpich)]
    public void Rank_ThatThrowsAfterAwaiting_EndsTheJobAsWell(MpiKind kind)
    {
        var (exitCode, output) = Run(kind, "throws-in-async");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("[rank 1 of 2 on ", output, StringComparison.Ordinal);
        Assert.Contains("boom, later", output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(MpiKind.OpenMpi)]
    [InlineData(MpiKind.Mpich)]
    public void Rank_ThatExitsWithAnError_EndsTheJob(MpiKind kind)
    {
        var (exitCode, output) = Run(kind, "exits");
        Assert.Equal(7, exitCode);
        Assert.Contains("[rank 1 of 2] exits with 7", output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(MpiKind.OpenMpi)]
    [InlineData(MpiKind.Mpich)]
    public void Rank_ThatIsKilled_EndsTheJob(MpiKind kind) => Assert.NotEqual(0, Run(kind, "killed").ExitCode);

    [SkippableTheory]
    [InlineData(MpiKind.OpenMpi)]
    [InlineData(MpiKind.Mpich)]
    public void Ranks_ThatNeverFinalize_AreForgiven(MpiKind kind) => Assert.Equal(0, Run(kind, "never-finalizes").ExitCode);

    [SkippableTheory]
    [InlineData(MpiKind.OpenMpi)]
    [InlineData(MpiKind.Mpich)]
    public void Operation_ThatThrows_EndsTheJobWithItsMessage(MpiKind kind)
    {
        var (exitCode, output) = Run(kind, "operation-throws");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("no sum", output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(MpiKind.OpenMpi, "mpich")]
    [InlineData(MpiKind.Mpich, "openmpi")]
    public void Library_OfAnotherMpiThanTheLauncher_SaysSo(MpiKind kind, string library)
    {
        Skip.If(MpiLauncher.Find(kind == MpiKind.OpenMpi ? MpiKind.Mpich : MpiKind.OpenMpi) is null, "The other MPI is not installed.");
        var (exitCode, output) = MpiJob.Start(Launcher(kind), 2, "env", $"LEARNINGKIT_MPI={library}", "dotnet", program, "fault", "none");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("launcher and library are of different MPIs", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Library_ThatIsNotThere_SaysWhatToInstall()
    {
        var (exitCode, output) = MpiJob.Start(Launcher(MpiKind.OpenMpi), 1, "env", "LEARNINGKIT_MPI=/nowhere/libmpi.so", "dotnet", program, "fault", "none");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("MpiException: No MPI library was found", output, StringComparison.Ordinal);
        Assert.DoesNotContain("TypeInitializationException", output, StringComparison.Ordinal);
        Assert.Contains("apt-get install openmpi-bin", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Spawn_UnderOpenMpi_StartsRanksThatKnowTheirParents()
    {
        var (exitCode, output) = Run(MpiKind.OpenMpi, "spawns");
        Assert.Equal(0, exitCode);
        Assert.Contains("2 and 2 are 4", output, StringComparison.Ordinal);
    }

    static MpiLauncher Launcher(MpiKind kind)
    {
        var launcher = MpiLauncher.Find(kind);
        Skip.If(launcher is null, $"There is no launcher of {kind}: install it by ./kit setup.");
        return launcher;
    }

    static (int ExitCode, string Output) Run(MpiKind kind, string fault) => MpiJob.Start(Launcher(kind), 2, "dotnet", program, "fault", fault);
}
