using System.Runtime.ExceptionServices;

namespace LearningKit.Shipping;

/// <summary>Stands for an exception of another process whose type this process does not have, or that could not be sent whole.</summary>
public sealed class RemoteException : Exception
{
    /// <summary>Stands for an exception.</summary>
    /// <param name="typeName">The full name of its type.</param>
    /// <param name="message">Its message.</param>
    /// <param name="remoteStackTrace">Where it was thrown, in the other process; null if it was not.</param>
    /// <param name="innerExceptions">What caused it.</param>
    public RemoteException(string typeName, string message, string? remoteStackTrace = null, IReadOnlyList<Exception>? innerExceptions = null)
        : base(message, innerExceptions is [var first, ..] ? first : null)
    {
        (TypeName, InnerExceptions) = (typeName, innerExceptions ?? []);
        if (!string.IsNullOrEmpty(remoteStackTrace)) ExceptionDispatchInfo.SetRemoteStackTrace(this, remoteStackTrace);
    }

    /// <summary>The full name of the exception's type.</summary>
    public string TypeName { get; }

    /// <summary>What caused it: more than one for an <see cref="AggregateException"/>.</summary>
    public IReadOnlyList<Exception> InnerExceptions { get; }

    /// <summary>What the exception itself would show, with the stack trace of the other process first.</summary>
    public override string ToString() => base.ToString().Replace(typeof(RemoteException).FullName!, TypeName, StringComparison.Ordinal);
}
