using System.Net;

namespace LearningKit.Workloads;

/// <summary>
/// Asks a local server for many values and adds them up: work that waits instead of computing. An engine that can wait
/// without a thread keeps as many requests in flight as it has workers; any other blocks a thread for each.
/// </summary>
/// <param name="Address">Where the server listens: <see cref="LocalServer.Address"/>.</param>
/// <param name="Key">The server's key: <see cref="LocalServer.Key"/>.</param>
/// <param name="Requests">How many values are asked for.</param>
public sealed record FetchValues(string Address, string Key, int Requests) : IAsyncWorkload<IndexRange, long, long>
{
    // One client for all: it keeps connections open and hands them on. No proxy stands between this machine and itself.
    static readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>The true answer, computed without the server.</summary>
    public long Truth => Enumerable.Range(0, Requests).Sum(number => Value(number));

    /// <summary>The value that belongs to a number: from 0 to 999, and no obvious one.</summary>
    public static long Value(long number) => (number * 7919 + 104729) % 1000;

    /// <summary>Asks one request after the other on one thread.</summary>
    public long Solve() => Gather(Divide(1).Select(Execute));

    /// <inheritdoc/>
    public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide(Requests, parts);

    /// <summary>Asks for the values of one part; the thread is blocked while each is waited for.</summary>
    /// <exception cref="HttpRequestException">The server does not answer, or does not know the key; the message says what to do.</exception>
    public long Execute(IndexRange part)
    {
        try
        {
            var sum = 0L;
            for (var number = part.Start; number < part.End; number++)
            {
                using var request = Request(number);
                using var response = client.Send(request).EnsureSuccessStatusCode();
                using var reader = new StreamReader(response.Content.ReadAsStream());
                sum += long.Parse(reader.ReadToEnd());
            }
            return sum;
        }
        catch (HttpRequestException error)
        {
            throw Explained(error);
        }
    }

    /// <summary>Asks for the values of one part; no thread is held while each is waited for.</summary>
    /// <inheritdoc cref="Execute" path="/exception"/>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public async ValueTask<long> ExecuteAsync(IndexRange part, CancellationToken cancel)
    {
        try
        {
            var sum = 0L;
            for (var number = part.Start; number < part.End; number++)
            {
                using var request = Request(number);
                using var response = (await client.SendAsync(request, cancel).ConfigureAwait(false)).EnsureSuccessStatusCode();
                sum += long.Parse(await response.Content.ReadAsStringAsync(cancel).ConfigureAwait(false));
            }
            return sum;
        }
        catch (HttpRequestException error)
        {
            throw Explained(error);
        }
    }

    /// <inheritdoc/>
    public long Gather(IEnumerable<long> partials) => partials.Sum();

    HttpRequestMessage Request(long number) => new(HttpMethod.Get, $"{Address}/{number}") { Headers = { { LocalServer.KeyHeader, Key } } };

    HttpRequestException Explained(HttpRequestException error) => new(
        error.StatusCode switch
        {
            null => $"The server at {Address} does not answer. Start one with LocalServer.StartAsync and keep it until the run has ended.",
            HttpStatusCode.Unauthorized => $"The server at {Address} does not know this key. Take it from LocalServer.Key.",
            _ => $"The server at {Address} answered with the status {(int)error.StatusCode}.",
        },
        error,
        error.StatusCode);
}
