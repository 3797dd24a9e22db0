using System.Text.Json.Nodes;
using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Tests.Jupyter;

public sealed class QuestionTests : KernelTests
{
    [Fact]
    public async Task KernelInfo_Asked_IsAnsweredOnShellAndControl()
    {
        foreach (var info in new[] { await Client.AskAsync("kernel_info_request"), await Client.AskControlAsync("kernel_info_request") })
        {
            Assert.Equal("ok", info.Text("status"));
            Assert.Equal("5.4", info.Text("protocol_version"));
            Assert.Equal("learningkit", info.Text("implementation"));
            Assert.Equal("C#", info.GetProperty("language_info").Text("name"));
            Assert.Equal(".cs", info.GetProperty("language_info").Text("file_extension"));
        }
    }

    [Fact]
    public async Task Completion_BehindAnEmoji_CountsCodePoints()
    {
        Session.Complete = (code, position) => new(position - 2, position, [new("Length", "property", "int"), new("Last", "method")]);
        var reply = await Client.AskAsync("complete_request", new() { ["code"] = "\"😀\".Le + 1", ["cursor_pos"] = 6 });
        Assert.Equal("""["Length","Last"]""", reply.GetProperty("matches").GetRawText());
        Assert.Equal(4, reply.Number("cursor_start"));
        Assert.Equal(6, reply.Number("cursor_end"));
        var type = reply.GetProperty("metadata").GetProperty("_jupyter_types_experimental")[0];
        Assert.Equal("""{"start":4,"end":6,"text":"Length","type":"property","signature":"int"}""", type.GetRawText());
    }

    [Fact]
    public async Task Inspection_OfSomethingAndNothing_SaysWhetherItWasFound()
    {
        Session.Inspect = (code, _) => code == "known" ? MimeBundle.OfText("text") : null;
        var known = await Client.AskAsync("inspect_request", new() { ["code"] = "known", ["cursor_pos"] = 5, ["detail_level"] = 1 });
        Assert.True(known.Flag("found"));
        Assert.Equal("text", known.GetProperty("data").Text("text/plain"));
        var unknown = await Client.AskAsync("inspect_request", new() { ["code"] = "unknown", ["cursor_pos"] = 5, ["detail_level"] = 0 });
        Assert.False(unknown.Flag("found"));
    }

    [Theory]
    [InlineData(CodeStatus.Complete, "x", """{"status":"complete"}""")]
    [InlineData(CodeStatus.Invalid, "x", """{"status":"invalid"}""")]
    [InlineData(CodeStatus.Incomplete, "  if (x) {", """{"status":"incomplete","indent":"      "}""")]
    [InlineData(CodeStatus.Incomplete, "f(\n    1,", """{"status":"incomplete","indent":"    "}""")]
    [InlineData(CodeStatus.Invalid, "Parallel.For?", """{"status":"complete"}""")]
    public async Task Completeness_Asked_IsToldWithTheNextIndentation(CodeStatus status, string code, string expected)
    {
        Session.Check = _ => status;
        Assert.Equal(expected, (await Client.AskAsync("is_complete_request", new() { ["code"] = code })).GetRawText());
    }

    [Fact]
    public async Task Question_ThatTheSessionCannotAnswer_GetsAnErrorAndTheNextOneAnAnswer()
    {
        Session.Complete = (_, _) => throw new InvalidDataException("broken");
        Assert.Equal("error", (await Client.AskAsync("complete_request", new() { ["code"] = "x", ["cursor_pos"] = 1 })).Text("status"));
        Assert.Equal("error", (await Client.AskAsync("complete_request")).Text("status"));
        Session.Inspect = (_, _) => new() { [MimeBundle.Json] = JsonValue.Create(double.NaN) };
        Assert.Equal("error", (await Client.AskAsync("inspect_request", new() { ["code"] = "x", ["cursor_pos"] = 1 })).Text("status"));
        Assert.Equal("complete", (await Client.AskAsync("is_complete_request", new() { ["code"] = "x" })).Text("status"));
    }

    [Fact]
    public async Task Questions_WhileACellRuns_AreAnsweredAndTheKernelStaysBusy()
    {
        var go = new TaskCompletionSource();
        Session.Execute = async (_, _) =>
        {
            await go.Task;
            return null;
        };
        var cell = await Client.ExecuteAsync("long");
        await Client.Published.TakeAsync(message => message.Type == "execute_input");
        foreach (var type in (string[])["kernel_info", "complete", "inspect", "is_complete", "history", "comm_info"])
        {
            Client.Published.TakeAll();
            var question = await Client.SendAsync($"{type}_request", new() { ["code"] = "x", ["cursor_pos"] = 1 });
            await Client.ReplyAsync(question);
            Assert.Empty(await Client.ShownAsync(question));
            var again = await Client.Published.TakeAsync(message => message.Type == "status");
            Assert.Equal("busy", again.Content.Text("execution_state"));
            Assert.Equal(cell, again.ParentId);
        }
        go.SetResult();
        await Client.ReplyAsync(cell);
        await Client.ShownAsync(cell);
        Assert.Empty(Client.Published.TakeAll());
    }

    [Fact]
    public async Task Comm_Opened_IsClosedAtOnce()
    {
        var open = await Client.SendAsync("comm_open", new() { ["comm_id"] = "7", ["target_name"] = "jupyter.widget", ["data"] = new JsonObject() });
        var close = Assert.Single(await Client.ShownAsync(open));
        Assert.Equal("comm_close", close.Type);
        Assert.Equal("7", close.Content.Text("comm_id"));
        foreach (var type in (string[])["comm_msg", "comm_close"])
        {
            var message = await Client.SendAsync(type, new() { ["comm_id"] = "7", ["data"] = new JsonObject() });
            Assert.Empty(await Client.ShownAsync(message));
        }
        Assert.Equal("{}", (await Client.AskAsync("comm_info_request")).GetProperty("comms").GetRawText());
    }

    [Theory]
    [InlineData("debug_request")]
    [InlineData("create_subshell_request")]
    [InlineData("future_request")]
    public async Task Request_OfAnUnknownType_IsRefusedPolitely(string type)
    {
        var reply = await Client.AskControlAsync(type, new() { ["command"] = "initialize" });
        Assert.Equal("error", reply.Text("status"));
        Assert.Contains(type, reply.Text("evalue"));
    }

    [Fact]
    public async Task Ports_Asked_AreThoseOfTheConnection() =>
        Assert.Equal(Kernel.Connection.PublishPort, (await Client.AskAsync("connect_request")).Number("iopub_port"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shutdown_AskedOnEitherChannel_IsAnsweredTellsAllAndEndsTheKernel(bool onControl)
    {
        var begun = new TaskCompletionSource();
        Session.Execute = async (_, cancel) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            return null;
        };
        await Client.ExecuteAsync("endless");
        await begun.Task;
        var content = new JsonObject { ["restart"] = onControl };
        var reply = onControl ? await Client.AskControlAsync("shutdown_request", content) : await Client.AskAsync("shutdown_request", content);
        Assert.Equal(onControl, reply.Flag("restart"));
        await Client.Published.TakeAsync(message => message.Type == "shutdown_reply");
        await EndAsync();
        await Kernel.DisposeAsync();
        Assert.True(Session.Disposed.Task.IsCompleted);
    }
}
