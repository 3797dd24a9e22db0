namespace LearningKit.Mpi.Native;

/// <summary>The implementations of MPI that ranks can run on.</summary>
public enum MpiKind
{
    /// <summary>Open MPI, 4 or 5. The better choice where there are more ranks than processors.</summary>
    OpenMpi,

    /// <summary>MPICH 4. With more ranks than processors it takes milliseconds for what Open MPI does in microseconds.</summary>
    Mpich,
}
