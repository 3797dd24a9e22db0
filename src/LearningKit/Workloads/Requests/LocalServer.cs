using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningKit.Workloads;

/// <summary>
/// A web server on this machine that answers each request after a while: something to wait for that is real and needs no
/// network. Its capacity can be limited, it can fail at chosen requests, and it tells how many requests wait in it. It listens
/// on the loopback address alone, at a port the system chooses, and wants a key with each request.
/// </summary>
/// <example>
/// <code>
/// await using var server = await LocalServer.StartAsync(latency: TimeSpan.FromMilliseconds(20));
/// long sum = await new TaskEngine().RunAsync(new FetchValues(server.Address, server.Key, Requests: 100), new() { Workers = 100 });
/// </code>
/// </example>
public sealed class LocalServer : IAsyncDisposable
{
    /// <summary>The header that carries the key.</summary>
    public const string KeyHeader = "X-LearningKit-Key";

    // Connections that arrive while others are being accepted. A client that finds no room tries again after a whole second.
    const int MostArriving = 4096;

    static readonly Lazy<Task<LocalServer>> shared = new(() => StartAsync(TimeSpan.FromMilliseconds(20)));

    readonly WebApplication application;
    readonly LocalServerOptions options;
    readonly SemaphoreSlim capacity;
    readonly ConcurrentDictionary<long, int> asked = new();
    int served;
    int turnedAway;
    int waiting;
    int mostWaiting;

    LocalServer(WebApplication application, LocalServerOptions options) =>
        (this.application, this.options, capacity) = (application, options, new(options.Capacity));

    /// <summary>A server with a latency of 20 ms that is started when first asked for and ends with the process.</summary>
    public static LocalServer Shared => shared.Value.GetAwaiter().GetResult();

    /// <summary>Where it listens: http://127.0.0.1:PORT.</summary>
    public string Address => application.Urls.Single();

    /// <summary>The key that each request must bring in the header <see cref="KeyHeader"/>: 128 random bits.</summary>
    public string Key { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>How many requests were answered with their document.</summary>
    public int Served => Volatile.Read(ref served);

    /// <summary>How many requests got the status 503: there was no room, or <see cref="LocalServerOptions.Fails"/> chose them.</summary>
    public int TurnedAway => Volatile.Read(ref turnedAway);

    /// <summary>How many requests wait now. One whose client has gone is not among them.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>The most requests that were waiting at the same time.</summary>
    public int MostWaiting => Volatile.Read(ref mostWaiting);

    /// <summary>A client for this server: knows the address, brings the key, and goes through no proxy. The caller disposes it.</summary>
    public HttpClient CreateClient() => new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = new(Address),
        DefaultRequestHeaders = { { KeyHeader, Key } },
    };

    /// <summary>Starts a server that answers each request after a while, however many there are.</summary>
    /// <param name="latency">How long each request waits before it is answered.</param>
    /// <param name="cancel">Stops the start.</param>
    public static Task<LocalServer> StartAsync(TimeSpan latency, CancellationToken cancel = default) =>
        StartAsync(new LocalServerOptions { Latency = latency }, cancel);

    /// <summary>Starts a server that behaves as told.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancel">Stops the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The options make no sense.</exception>
    public static async Task<LocalServer> StartAsync(LocalServerOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options = options.Validated();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0))
            .UseSockets(sockets => sockets.Backlog = MostArriving);
        builder.Services.AddSingleton<IHostLifetime, NoConsoleLifetime>();
        var server = new LocalServer(builder.Build(), options);
        server.application.Run(server.AnswerAsync);
        try
        {
            await server.application.StartAsync(cancel).ConfigureAwait(false);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return server;
    }

    /// <summary>Stops the server: requests that wait are broken off, the port is free again.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await application.StopAsync(now.Token).ConfigureAwait(false);
        await application.DisposeAsync().ConfigureAwait(false);
        capacity.Dispose();
    }

    /// <summary>Answers <c>/NUMBER</c> with the value that belongs to the number.</summary>
    async Task AnswerAsync(HttpContext context)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers[KeyHeader].ToString()), Encoding.UTF8.GetBytes(Key)))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync($"The header {KeyHeader} must bring the server's key.").ConfigureAwait(false);
            return;
        }
        if (!long.TryParse(context.Request.Path.Value.AsSpan(1), out var number))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync("Ask for a number, as in /17.").ConfigureAwait(false);
            return;
        }
        var now = Interlocked.Increment(ref waiting);
        try
        {
            var before = asked.AddOrUpdate(number, 0, (_, times) => times + 1);
            if (now > options.MostWaiting || options.Fails?.Invoke(number, before) == true)
            {
                Interlocked.Increment(ref turnedAway);
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
            for (var most = MostWaiting; now > most; most = MostWaiting) Interlocked.CompareExchange(ref mostWaiting, now, most);
            await WorkAsync(number, context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
        Interlocked.Increment(ref served);
        var document = Encoding.UTF8.GetBytes(options.Document(number));
        context.Response.ContentLength = document.Length;   // whole, not in chunks: easy to read for clients without a library
        await context.Response.Body.WriteAsync(document).ConfigureAwait(false);
    }

    /// <summary>Waits in line, then at the gate, then for as long as the work takes.</summary>
    async Task WorkAsync(long number, CancellationToken aborted)
    {
        await capacity.WaitAsync(aborted).ConfigureAwait(false);
        try
        {
            if (options.Gate is { } gate) await gate(number, aborted).ConfigureAwait(false);
            if (options.Latency > TimeSpan.Zero) await Task.Delay(options.Latency, aborted).ConfigureAwait(false);
        }
        finally
        {
            capacity.Release();
        }
    }

    /// <summary>Ctrl-C belongs to the program, not to this server.</summary>
    sealed class NoConsoleLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
