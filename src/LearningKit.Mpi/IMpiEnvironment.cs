namespace LearningKit.Mpi;

/// <summary>What a rank knows about the job that it is a part of. Disposing of it ends MPI in this rank (MPI_Finalize).</summary>
public interface IMpiEnvironment : IDisposable
{
    /// <summary>All ranks of the job.</summary>
    ICommunicator World { get; }

    /// <summary>This rank alone.</summary>
    ICommunicator Self { get; }

    /// <summary>Which threads may call; perhaps less than was asked for.</summary>
    ThreadLevel ThreadLevel { get; }

    /// <summary>Who carries the messages, with version: for example "Open MPI v4.1.4".</summary>
    string Library { get; }

    /// <summary>The machine that this rank runs on.</summary>
    string ProcessorName { get; }

    /// <summary>Seconds since some moment in the past that stays the same: subtract two readings. Not the same moment on all ranks.</summary>
    double Wtime();
}
