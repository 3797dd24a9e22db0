using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Tests.Jupyter;

/// <summary>The kernel against those whose protocol it speaks: libzmq and Jupyter's own client.</summary>
public sealed class InteropTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    const string Connect = """
        import json, sys, time
        from jupyter_client import BlockingKernelClient
        client = BlockingKernelClient(connection_file=sys.argv[1])
        client.load_connection_file()
        client.start_channels()
        client.wait_for_ready(timeout=60)
        """;

    [SkippableFact]
    public async Task JupyterClient_ThatDoesWhatNotebooksDo_IsServed()
    {
        var session = new FakeSession
        {
            Execute = async (cell, cancel) =>
            {
                if (cell.Code == "endless")
                {
                    cell.OnOutput(new StreamOutput(StreamOutput.Out, "begun"));
                    await Task.Delay(Timeout.Infinite, cancel);
                }
                if (cell.Code == "ask") cell.OnOutput(new StreamOutput(StreamOutput.Out, await cell.ReadInput!(new("Name?"), cancel)));
                cell.OnOutput(new ResultOutput(MimeBundle.OfText("42 é😀"), null));
                return null;
            },
            Complete = (_, position) => new(0, position, [new("Console", "class")]),
        };
        var told = await RunAsync(session, """
            told = {}
            shown = {}
            def show(message): shown[message["msg_type"]] = message["content"]
            client.execute_interactive("6 * 7", timeout=60, output_hook=show)
            told["result"] = shown["execute_result"]["data"]["text/plain"]
            client.execute_interactive("ask", timeout=60, allow_stdin=True, output_hook=show, stdin_hook=lambda message: client.input("anna"))
            told["answer"] = shown["stream"]["text"]
            told["matches"] = client.complete("Con", 3, reply=True, timeout=60)["content"]["matches"]
            told["history"] = [cell[2] for cell in client.history(hist_access_type="tail", n=9, reply=True, timeout=60)["content"]["history"]]
            request = client.execute("endless")
            while client.get_iopub_msg(timeout=60)["msg_type"] != "stream": pass
            client.control_channel.send(client.session.msg("interrupt_request"))
            told["interrupted"] = client.get_shell_msg(timeout=60)["content"]["ename"]
            while not client.hb_channel.is_beating(): time.sleep(0.1)
            told["beating"] = True
            told["shutdown"] = client.shutdown(reply=True, timeout=60)["content"]["status"]
            """);
        Assert.Equal("42 é😀", told.Text("result"));
        Assert.Equal("anna", told.Text("answer"));
        Assert.Equal("""["Console"]""", told.GetProperty("matches").GetRawText());
        Assert.Equal("""["6 * 7", "ask"]""", told.GetProperty("history").GetRawText());
        Assert.Equal("Interrupted", told.Text("interrupted"));
        Assert.True(told.Flag("beating"));
        Assert.Equal("ok", told.Text("shutdown"));
    }

    [SkippableFact]
    public async Task Libzmq_WithItsOwnHeartbeatsLargeFramesAndTopics_IsServed()
    {
        var told = await RunAsync(new FakeSession(), """
            import zmq
            told = {}
            context = zmq.Context()
            def socket(kind, port):
                peer = context.socket(kind)
                peer.setsockopt(zmq.HEARTBEAT_IVL, 10)
                peer.setsockopt(zmq.HEARTBEAT_TIMEOUT, 5000)
                peer.setsockopt(zmq.RCVTIMEO, 60000)
                peer.setsockopt(zmq.LINGER, 0)
                peer.connect("tcp://127.0.0.1:%d" % client.get_connection_info()[port])
                return peer
            heart = socket(zmq.REQ, "hb_port")
            told["echoes"] = 0
            for size in [0, 1, 255, 256, 65535, 65536, 1 << 20, 20 << 20]:
                body = bytes(size)
                heart.send_multipart([body, b"x"])
                told["echoes"] += heart.recv_multipart() == [body, b"x"]
            monitor = heart.get_monitor_socket(zmq.EVENT_DISCONNECTED)
            time.sleep(0.5)
            told["disconnects"] = monitor.poll(0)
            topics = socket(zmq.SUB, "iopub_port")
            for topic in [b"a", b"b"]:
                topics.setsockopt(zmq.SUBSCRIBE, topic)
            told["topics"] = sorted(topics.recv_multipart()[0].decode() for _ in range(2))
            topics.setsockopt(zmq.UNSUBSCRIBE, b"a")
            topics.setsockopt(zmq.SUBSCRIBE, b"kernel")
            told["topics"].append(topics.recv_multipart()[0].decode())
            client.kernel_info(reply=True, timeout=60)
            told["status"] = topics.recv_multipart()[0].decode().split(".")[-1]
            """);
        Assert.Equal(8, told.Number("echoes"));
        Assert.Equal(0, told.Number("disconnects"));
        Assert.Equal("""["a", "b", "kernel"]""", told.GetProperty("topics").GetRawText());
        Assert.Equal("status", told.Text("status"));
    }

    /// <summary>Runs a kernel here and a Python client beside it.</summary>
    /// <returns>What the client put into <c>told</c>.</returns>
    static async Task<JsonElement> RunAsync(FakeSession session, string script)
    {
        var python = FindPython();
        Skip.If(python is null, "The kernel is not tested against libzmq: no python3 with jupyter_client is here (Debian: python3-jupyter-client).");
        await using var kernel = new JupyterKernel(new() { Key = "secret" }, session);
        var running = kernel.RunAsync();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, ConnectionFile(kernel.Connection).ToJsonString());
            var (code, output, error) = await PythonAsync(python, $"{Connect}\n{script}\nprint(json.dumps(told))", file);
            Assert.True(code == 0, error);
            return JsonDocument.Parse(output).RootElement;
        }
        finally
        {
            File.Delete(file);
            kernel.Stop();
            await running;
        }
    }

    static JsonObject ConnectionFile(JupyterConnection connection) => new()
    {
        ["transport"] = connection.Transport,
        ["ip"] = connection.Address,
        ["shell_port"] = connection.ShellPort,
        ["control_port"] = connection.ControlPort,
        ["iopub_port"] = connection.PublishPort,
        ["stdin_port"] = connection.InputPort,
        ["hb_port"] = connection.HeartbeatPort,
        ["key"] = connection.Key,
        ["signature_scheme"] = "hmac-sha256",
    };

    static string? FindPython()
    {
        foreach (var python in (string[])["/usr/bin/python3", "python3"])
        {
            try
            {
                if (PythonAsync(python, "import jupyter_client").GetAwaiter().GetResult().Code == 0) return python;
            }
            catch (System.ComponentModel.Win32Exception) { } // It is not there.
        }
        return null;
    }

    static async Task<(int Code, string Output, string Error)> PythonAsync(string python, string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(patience);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
