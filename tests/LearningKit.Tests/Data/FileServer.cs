using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LearningKit.Tests.Data;

/// <summary>Serves one file on loopback, and can break off in the middle.</summary>
sealed class FileServer : IAsyncDisposable
{
    readonly WebApplication application;
    readonly byte[] contents;

    FileServer(WebApplication application, byte[] contents) => (this.application, this.contents) = (application, contents);

    public string Address => application.Urls.Single() + "/";

    public bool KnowsRanges { get; set; } = true;

    public int? BreakOffAfter { get; set; }

    public List<string> Requests { get; } = [];

    public static async Task<FileServer> StartAsync(byte[] contents)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var server = new FileServer(builder.Build(), contents);
        server.application.Run(server.AnswerAsync);
        await server.application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }

    async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != "/")
        {
            context.Response.StatusCode = 404;
            return;
        }
        var start = KnowsRanges ? (int)(context.Request.GetTypedHeaders().Range?.Ranges.First().From ?? 0) : 0;
        Requests.Add($"bytes from {start}");
        if (start > 0) context.Response.StatusCode = 206;
        context.Response.ContentLength = contents.Length - start;
        var end = BreakOffAfter ?? contents.Length;
        await context.Response.Body.WriteAsync(contents.AsMemory(start..end));
        await context.Response.Body.FlushAsync();
        if (BreakOffAfter is not null) context.Abort();
    }
}
