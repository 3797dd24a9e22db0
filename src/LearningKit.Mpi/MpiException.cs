namespace LearningKit.Mpi;

/// <summary>An MPI call failed. The class says how, under the standard's names; the message what to do about it.</summary>
public sealed class MpiException : Exception
{
    /// <summary>Makes an exception of a class of errors.</summary>
    public MpiException(MpiErrorClass errorClass, string message) : base(message) => ErrorClass = errorClass;

    /// <summary>Makes an exception of a class of errors, with its cause.</summary>
    public MpiException(MpiErrorClass errorClass, string message, Exception cause) : base(message, cause) => ErrorClass = errorClass;

    /// <summary>What kind of error.</summary>
    public MpiErrorClass ErrorClass { get; }
}
