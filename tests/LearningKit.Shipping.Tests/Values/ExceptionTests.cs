namespace LearningKit.Shipping.Tests.Values;

public sealed class ExceptionTests
{
    [Fact]
    public void Exception_OfTheFramework_IsTheSameWithItsRemoteTrace()
    {
        var arrived = Travel.There(Thrown(new ArgumentException("Bad.", "count")));
        Assert.Equal("Bad. (Parameter 'count')", arrived.Message);
        Assert.Equal("count", arrived.ParamName);
        Assert.Contains(nameof(Thrown), arrived.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), Assert.Throws<ArgumentException>(new Action(() => throw arrived)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Exception_OfUsers_KeepsItsFields()
    {
        var arrived = Travel.There(Thrown(new LimitException(7, new InvalidOperationException("cause"))));
        Assert.Equal(7, arrived.Limit);
        Assert.Equal("over 7", arrived.Message);
        Assert.Equal("cause", Assert.IsType<InvalidOperationException>(arrived.InnerException).Message);
    }

    [Fact]
    public void Cancelled_HasATokenThatCannotTravel_ArrivesAllTheSame() =>
        Assert.Equal("stopped", Travel.There(new OperationCanceledException("stopped", new CancellationToken(true))).Message);

    [Fact]
    public void Aggregate_ThatTravels_HasAllItsCauses()
    {
        var arrived = Travel.There(new AggregateException("two", new FormatException("one"), new OpenException(new MemoryStream())));
        Assert.Equal(2, arrived.InnerExceptions.Count);
        Assert.Equal("two (one) (open)", arrived.Message);
        Assert.IsType<FormatException>(arrived.InnerExceptions[0]);
        var remote = Assert.IsType<RemoteException>(arrived.InnerExceptions[1]);
        Assert.Equal(typeof(OpenException).FullName, remote.TypeName);
        Assert.StartsWith(typeof(OpenException).FullName + ": open", remote.ToString(), StringComparison.Ordinal);
    }

    static TException Thrown<TException>(TException exception)
        where TException : Exception
    {
        try
        {
            throw exception;
        }
        catch (TException)
        {
            return exception;
        }
    }

    sealed class LimitException(int limit, Exception cause) : Exception($"over {limit}", cause)
    {
        public int Limit { get; } = limit;
    }

    sealed class OpenException(Stream stream) : Exception("open")
    {
        public Stream Stream { get; } = stream;
    }
}
