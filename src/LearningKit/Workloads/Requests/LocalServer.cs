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
/// network. It listens on the loopback address alone, at a port the system chooses, and wants a key with each request.
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

    static readonly Lazy<Task<LocalServer>> shared = new(() => StartAsync(TimeSpan.FromMilliseconds(20)));

    readonly WebApplication application;
    readonly Func<CancellationToken, Task> wait;
    int served;
    int waiting;
    int mostWaiting;

    LocalServer(WebApplication application, Func<CancellationToken, Task> wait) => (this.application, this.wait) = (application, wait);

    /// <summary>A server with a latency of 20 ms that is started when first asked for and ends with the process.</summary>
    public static LocalServer Shared => shared.Value.GetAwaiter().GetResult();

    /// <summary>Where it listens: http://127.0.0.1:PORT.</summary>
    public string Address => application.Urls.Single();

    /// <summary>The key that each request must bring in the header <see cref="KeyHeader"/>: 128 random bits.</summary>
    public string Key { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>How many requests were answered.</summary>
    public int Served => served;

    /// <summary>The most requests that were waiting at the same time.</summary>
    public int MostWaiting => mostWaiting;

    /// <summary>Starts a server.</summary>
    /// <param name="latency">How long each request waits before it is answered.</param>
    /// <param name="cancel">Stops the start.</param>
    public static Task<LocalServer> StartAsync(TimeSpan latency, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(latency, TimeSpan.Zero);
        return StartAsync(aborted => Task.Delay(latency, aborted), cancel);
    }

    /// <summary>Starts a server whose requests wait for something of the caller's.</summary>
    internal static async Task<LocalServer> StartAsync(Func<CancellationToken, Task> wait, CancellationToken cancel = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<IHostLifetime, NoConsoleLifetime>();
        var server = new LocalServer(builder.Build(), wait);
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
        for (var most = mostWaiting; now > most; most = mostWaiting) Interlocked.CompareExchange(ref mostWaiting, now, most);
        try
        {
            await wait(context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
        Interlocked.Increment(ref served);
        await context.Response.WriteAsync(FetchValues.Value(number).ToString()).ConfigureAwait(false);
    }

    /// <summary>Ctrl-C belongs to the program, not to this server.</summary>
    sealed class NoConsoleLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
