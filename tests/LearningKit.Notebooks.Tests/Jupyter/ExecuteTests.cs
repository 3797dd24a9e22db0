using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Tests.Jupyter;

public sealed class ExecuteTests : KernelTests
{
    [Fact]
    public async Task KernelInfo_Asked_IsAnswered()
    {
        var info = await Client.AskAsync("kernel_info_request");
        Assert.Equal("ok", info.Text("status"));
        Assert.Equal("5.4", info.Text("protocol_version"));
        Assert.Equal("C#", info.GetProperty("language_info").Text("name"));
    }

    [Fact]
    public async Task Cell_ThatShowsThings_PublishesThemBetweenInputAndIdle()
    {
        Session.Execute = (cell, _) =>
        {
            cell.OnOutput(new StreamOutput(StreamOutput.Out, "hello\n"));
            cell.OnOutput(new ResultOutput(MimeBundle.OfText("2"), null));
            return Task.FromResult<ErrorOutput?>(null);
        };
        var id = await Client.ExecuteAsync("1 + 1");
        var reply = (await Client.ReplyAsync(id)).Content;
        Assert.Equal("ok", reply.Text("status"));
        Assert.Equal(1, reply.Number("execution_count"));
        var shown = await Client.ShownAsync(id);
        Assert.Equal(["execute_input", "stream", "execute_result"], shown.Select(message => message.Type));
        Assert.Equal("hello\n", shown[1].Content.Text("text"));
        Assert.Equal(1, shown[2].Content.Number("execution_count"));
    }

    [Fact]
    public async Task Shutdown_Asked_IsAnsweredAndEndsTheKernel()
    {
        var reply = await Client.AskControlAsync("shutdown_request", new() { ["restart"] = true });
        Assert.True(reply.Flag("restart"));
        await EndAsync();
        await Kernel.DisposeAsync();
        Assert.True(Session.Disposed.Task.IsCompleted);
    }
}
