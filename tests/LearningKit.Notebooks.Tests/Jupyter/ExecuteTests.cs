using System.Text.Json.Nodes;
using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Tests.Jupyter;

public sealed class ExecuteTests : KernelTests
{
    static readonly ErrorOutput error = new("SomeException", "It went wrong.", ["Cell[1], line 1", "It went wrong."]);

    [Fact]
    public async Task Cell_ThatShowsThings_PublishesThemBetweenInputAndIdle()
    {
        Does(cell =>
        {
            cell.OnOutput(new StreamOutput(StreamOutput.Out, "hello\n"));
            cell.OnOutput(new DisplayOutput(MimeBundle.OfText("d"), "id"));
            cell.OnOutput(new UpdateOutput(MimeBundle.OfText("e"), "id"));
            cell.OnOutput(new ClearOutput(true));
            cell.OnOutput(new ResultOutput(MimeBundle.OfText("2"), null));
        });
        var id = await Client.ExecuteAsync("1 + 1");
        var reply = (await Client.ReplyAsync(id)).Content;
        Assert.Equal("ok", reply.Text("status"));
        Assert.Equal(1, reply.Number("execution_count"));
        Assert.Equal("[]", reply.GetProperty("payload").GetRawText());

        var shown = await Client.ShownAsync(id);
        Assert.Equal(["execute_input", "stream", "display_data", "update_display_data", "clear_output", "execute_result"], shown.Select(message => message.Type));
        Assert.Equal("1 + 1", shown[0].Content.Text("code"));
        Assert.Equal("hello\n", shown[1].Content.Text("text"));
        Assert.Equal("id", shown[3].Content.GetProperty("transient").Text("display_id"));
        Assert.Equal(1, shown[5].Content.Number("execution_count"));
    }

    [Fact]
    public async Task Cells_Counted_AreThoseThatAreStored()
    {
        await Run("a");
        Assert.Equal(1, (await Run("b", new() { ["silent"] = true, ["store_history"] = true })).Number("execution_count"));
        Assert.Equal(1, (await Run("c", new() { ["store_history"] = false })).Number("execution_count"));
        Assert.Equal(2, (await Run("d")).Number("execution_count"));
        Assert.Equal([1, 2, 2, 2], Session.Executed.Select(cell => cell.Number));
        var history = await Client.AskAsync("history_request", new() { ["hist_access_type"] = "tail", ["n"] = 9 });
        Assert.Equal("""[[1,1,"a"],[1,2,"d"]]""", history.GetProperty("history").GetRawText());
    }

    [Fact]
    public async Task Cell_Silent_ShowsNothing()
    {
        Session.Execute = (cell, _) =>
        {
            cell.OnOutput(new StreamOutput(StreamOutput.Out, "hello\n"));
            cell.OnOutput(new ResultOutput(MimeBundle.OfText("2"), null));
            return Task.FromResult<ErrorOutput?>(error);
        };
        var id = await Client.ExecuteAsync("1 + 1", new() { ["silent"] = true });
        Assert.Equal("error", (await Client.ReplyAsync(id)).Content.Text("status"));
        Assert.Empty(await Client.ShownAsync(id));
    }

    [Fact]
    public async Task Cell_ThatFails_PublishesTheErrorAndAbortsThoseBehindIt()
    {
        var go = new TaskCompletionSource();
        Session.Execute = async (cell, _) =>
        {
            await go.Task;
            return cell.Code == "bad" ? error : null;
        };
        var first = await Client.ExecuteAsync("bad");
        var second = await Client.ExecuteAsync("good");
        var third = await Client.ExecuteAsync("good");
        await Client.AskAsync("kernel_info_request"); // It comes behind them on the same connection, so they have arrived.
        go.SetResult();

        var reply = (await Client.ReplyAsync(first)).Content;
        Assert.Equal("SomeException", reply.Text("ename"));
        Assert.Equal(2, reply.GetProperty("traceback").GetArrayLength());
        Assert.Equal(["execute_input", "error"], (await Client.ShownAsync(first)).Select(message => message.Type));
        foreach (var other in (string[])[second, third])
        {
            Assert.Equal("aborted", (await Client.ReplyAsync(other)).Content.Text("status"));
            Assert.Empty(await Client.ShownAsync(other));
        }
        Assert.Equal("ok", (await Run("good")).Text("status"));
        Assert.Equal(2, Session.Executed.Count);
    }

    [Fact]
    public async Task Cell_ThatFailsAndStopsNobody_LetsTheOthersRun()
    {
        var go = new TaskCompletionSource();
        Session.Execute = async (cell, _) =>
        {
            await go.Task;
            return cell.Code == "bad" ? error : null;
        };
        var first = await Client.ExecuteAsync("bad", new() { ["stop_on_error"] = false });
        var second = await Client.ExecuteAsync("good");
        await Client.AskAsync("kernel_info_request");
        go.SetResult();
        Assert.Equal("error", (await Client.ReplyAsync(first)).Content.Text("status"));
        Assert.Equal("ok", (await Client.ReplyAsync(second)).Content.Text("status"));
    }

    [Fact]
    public async Task Cell_Interrupted_EndsWithAnErrorAndTheKernelGoesOn()
    {
        var begun = new TaskCompletionSource();
        Session.Execute = async (cell, cancel) =>
        {
            if (cell.Code != "endless") return null;
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            return null;
        };
        var id = await Client.ExecuteAsync("endless");
        await begun.Task;
        Assert.Equal("ok", (await Client.AskControlAsync("interrupt_request")).Text("status"));
        Assert.Equal("Interrupted", (await Client.ReplyAsync(id)).Content.Text("ename"));
        Assert.Equal("ok", (await Run("next")).Text("status"));
    }

    [Fact]
    public async Task Session_ThatThrows_IsReportedAndTheKernelGoesOn()
    {
        Session.Execute = (_, _) => throw new InvalidDataException("broken");
        Assert.Equal("InvalidDataException", (await Run("x")).Text("ename"));
        Does(_ => { });
        Assert.Equal("ok", (await Run("y")).Text("status"));
    }

    [Fact]
    public async Task Output_AfterTheEnd_BelongsToItsCell()
    {
        CellRequest? kept = null;
        Does(cell => kept ??= cell);
        var first = await Client.ExecuteAsync("first");
        await Client.ShownAsync(first);
        await Run("second");
        kept!.OnOutput(new StreamOutput(StreamOutput.Out, "late\n"));
        var late = await Client.Published.TakeAsync(message => message.Type == "stream");
        Assert.Equal(first, late.ParentId);
    }

    [Fact]
    public async Task Output_ThatIsNoJson_IsReplacedByANote()
    {
        Does(cell =>
        {
            cell.OnOutput(new DisplayOutput(new() { [MimeBundle.Json] = JsonValue.Create(double.NaN) }));
            cell.OnOutput(new StreamOutput(StreamOutput.Out, "half \ud83d\n"));
        });
        var id = await Client.ExecuteAsync("x");
        Assert.Equal("ok", (await Client.ReplyAsync(id)).Content.Text("status"));
        var shown = await Client.ShownAsync(id);
        Assert.Contains("cannot be expressed as JSON", shown[1].Content.Text("text"));
        Assert.Equal("half \ufffd\n", shown[2].Content.Text("text"));
    }

    [Fact]
    public async Task Expressions_Asked_AreAnsweredEachByItself()
    {
        var reply = await Run("x", new() { ["user_expressions"] = new JsonObject { ["a"] = "7", ["b"] = "wrong", ["c"] = 3 } });
        var values = reply.GetProperty("user_expressions");
        Assert.Equal("7", values.GetProperty("a").GetProperty("data").Text("text/plain"));
        Assert.Equal("error", values.GetProperty("b").Text("status"));
        Assert.False(values.TryGetProperty("c", out _));
    }

    [Fact]
    public async Task Cell_ThatAsksForHelp_GivesAPage()
    {
        Session.Inspect = (code, position) => code == "Parallel.For" && position == code.Length ? MimeBundle.OfText("a loop") : null;
        var payload = (await Run("Parallel.For?")).GetProperty("payload")[0];
        Assert.Equal("page", payload.Text("source"));
        Assert.Equal("a loop", payload.GetProperty("data").Text("text/plain"));
        Assert.Equal("error", (await Run("Parallel.Far?")).Text("status"));
        Assert.Empty(Session.Executed);
    }

    [Fact]
    public async Task Request_WithoutCode_IsRefused()
    {
        var reply = await Client.AskAsync("execute_request", new() { ["code"] = 7 });
        Assert.Equal("error", reply.Text("status"));
        Assert.Empty(Session.Executed);
    }

    [Fact]
    public async Task Clients_Two_GetTheirOwnRepliesAndAllOutputs()
    {
        Does(cell => cell.OnOutput(new StreamOutput(StreamOutput.Out, cell.Code)));
        using var other = await JupyterClient.ConnectAsync(Kernel.Connection);
        var mine = new List<string>();
        var theirs = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            mine.Add(await Client.ExecuteAsync($"mine {i}"));
            theirs.Add(await other.ExecuteAsync($"theirs {i}"));
        }
        foreach (var (front, own, foreign) in new[] { (Client, mine, theirs), (other, theirs, mine) })
        {
            foreach (var id in own) await front.ReplyAsync(id);
            foreach (var id in own.Concat(foreign)) Assert.Contains(await front.ShownAsync(id), message => message.Type == "stream");
            Assert.Empty(front.Replies.TakeAll());
        }
        Assert.Equal(Enumerable.Range(1, 100), Session.Executed.Select(cell => cell.Number!.Value));
    }

    void Does(Action<CellRequest> action) => Session.Execute = (cell, _) =>
    {
        action(cell);
        return Task.FromResult<ErrorOutput?>(null);
    };

    async Task<System.Text.Json.JsonElement> Run(string code, JsonObject? more = null) =>
        (await Client.ReplyAsync(await Client.ExecuteAsync(code, more))).Content;
}
