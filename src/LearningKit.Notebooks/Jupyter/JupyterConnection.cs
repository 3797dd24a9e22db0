using System.Text;
using System.Text.Json;
using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks;

/// <summary>
/// Where a front end expects its kernel, and the key with which both sign: what a connection file says ("Connection files" in
/// Jupyter's "Making kernels for Jupyter").
/// </summary>
public sealed record JupyterConnection
{
    /// <summary><c>tcp</c>, or <c>ipc</c> for Unix sockets.</summary>
    public string Transport { get; init; } = "tcp";

    /// <summary>The address on which the kernel listens; with ipc the beginning of the sockets' paths.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The port for requests; 0 for any that is free.</summary>
    public int ShellPort { get; init; }

    /// <summary>The port for requests that do not wait for cells, such as an interrupt; 0 for any.</summary>
    public int ControlPort { get; init; }

    /// <summary>The port on which the kernel publishes what cells show; 0 for any.</summary>
    public int PublishPort { get; init; }

    /// <summary>The port for questions of the kernel to the person; 0 for any.</summary>
    public int InputPort { get; init; }

    /// <summary>The port for signs of life; 0 for any.</summary>
    public int HeartbeatPort { get; init; }

    /// <summary>The key of the signatures (HMAC-SHA256); empty if messages are not signed.</summary>
    public string Key { get; init; } = "";

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">The file is no connection file, or asks for a signature scheme that is not ours.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static JupyterConnection Load(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path, Encoding.UTF8));
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw new FormatException($"The connection file {path} cannot be used: {exception.Message}", exception);
        }
    }

    static JupyterConnection Read(JsonElement file)
    {
        if (file.ValueKind != JsonValueKind.Object) throw new FormatException("it is not a JSON object.");
        var key = file.Text("key") ?? "";
        var scheme = file.Text("signature_scheme") ?? "hmac-sha256";
        if (key.Length > 0 && scheme != "hmac-sha256")
        {
            throw new FormatException($"it asks for the signature scheme '{scheme}'; there is hmac-sha256.");
        }
        return new()
        {
            Transport = file.Text("transport") ?? "tcp",
            Address = file.Text("ip") ?? "127.0.0.1",
            ShellPort = Port("shell_port"),
            ControlPort = Port("control_port"),
            PublishPort = Port("iopub_port"),
            InputPort = Port("stdin_port"),
            HeartbeatPort = Port("hb_port"),
            Key = key,
        };

        int Port(string name) => file.Number(name) is { } port and >= 0 and <= 65535
            ? port
            : throw new FormatException($"it names no port as '{name}'.");
    }
}
