using System.Text.Json;
using System.Text.Json.Nodes;
using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Tests.Jupyter;

/// <summary>A front end: connected to all sockets of a kernel and subscribed to everything.</summary>
sealed class JupyterClient : IDisposable
{
    readonly MessageWriter writer;
    readonly MessageReader reader;
    readonly Dictionary<string, byte[]> headers = [];

    JupyterClient(JupyterConnection connection)
    {
        writer = new(new(connection.Key));
        reader = new(new(connection.Key));
    }

    public required ZmtpClient Shell { get; init; }

    public required ZmtpClient Control { get; init; }

    public required ZmtpClient Input { get; init; }

    public required ZmtpClient Publisher { get; init; }

    public Mailbox Replies { get; } = new();

    public Mailbox ControlReplies { get; } = new();

    public Mailbox Questions { get; } = new();

    public Mailbox Published { get; } = new();

    public static async Task<JupyterClient> ConnectAsync(JupyterConnection connection)
    {
        var identity = Guid.NewGuid().ToString();
        var client = new JupyterClient(connection)
        {
            Shell = await ZmtpClient.ConnectAsync(connection.ShellPort, "DEALER", identity),
            Control = await ZmtpClient.ConnectAsync(connection.ControlPort, "DEALER", identity),
            Input = await ZmtpClient.ConnectAsync(connection.InputPort, "DEALER", identity),
            Publisher = await ZmtpClient.ConnectAsync(connection.PublishPort, "SUB"),
        };
        await client.Publisher.SendAsync(new byte[] { 1 });
        _ = client.ReadAsync(client.Shell, client.Replies);
        _ = client.ReadAsync(client.Control, client.ControlReplies);
        _ = client.ReadAsync(client.Input, client.Questions);
        _ = client.ReadAsync(client.Publisher, client.Published);
        await client.Published.TakeAsync(message => message.Type == "iopub_welcome");
        return client;
    }

    /// <summary>Sends a request on the shell channel.</summary>
    /// <returns>Its name.</returns>
    public Task<string> SendAsync(string type, JsonObject? content = null) => SendAsync(Shell, type, content);

    /// <summary>Sends a message.</summary>
    public async Task<string> SendAsync(ZmtpClient socket, string type, JsonObject? content = null, ReadOnlyMemory<byte> parent = default)
    {
        var (id, frames) = writer.Write(type, content ?? [], parent);
        headers[id] = frames[2].ToArray();
        await socket.SendAsync(frames);
        return id;
    }

    /// <summary>Sends a request and waits for the content of the reply.</summary>
    public async Task<JsonElement> AskAsync(string type, JsonObject? content = null) => (await ReplyAsync(await SendAsync(type, content))).Content;

    /// <summary>Sends a request on the control channel and waits for the content of the reply.</summary>
    public async Task<JsonElement> AskControlAsync(string type, JsonObject? content = null)
    {
        var id = await SendAsync(Control, type, content);
        return (await ControlReplies.TakeAsync(message => message.ParentId == id)).Content;
    }

    /// <summary>Sends a cell.</summary>
    public Task<string> ExecuteAsync(string code, JsonObject? more = null)
    {
        var content = more ?? [];
        content["code"] = code;
        return SendAsync("execute_request", content);
    }

    /// <summary>Waits for the reply to a request.</summary>
    public Task<JupyterMessage> ReplyAsync(string request) => Replies.TakeAsync(message => message.ParentId == request);

    /// <summary>What the kernel publishes because of a request, until it is idle again; statuses left out.</summary>
    public async Task<List<JupyterMessage>> ShownAsync(string request)
    {
        var shown = new List<JupyterMessage>();
        while (true)
        {
            var message = await Published.TakeAsync(message => message.ParentId == request);
            if (message.Type != "status") shown.Add(message);
            else if (message.Content.Text("execution_state") == "idle") return shown;
        }
    }

    public void Dispose()
    {
        foreach (var socket in (ZmtpClient[])[Shell, Control, Input, Publisher]) socket.Dispose();
    }

    async Task ReadAsync(ZmtpClient socket, Mailbox mailbox)
    {
        try
        {
            while (true)
            {
                Assert.True(reader.TryRead(await socket.ReceiveAsync(), out var message, out var fault), fault);
                mailbox.Add(message);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException) { }
    }
}
