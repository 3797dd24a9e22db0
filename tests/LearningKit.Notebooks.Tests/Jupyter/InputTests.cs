using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Tests.Jupyter;

public sealed class InputTests : KernelTests
{
    public InputTests() => Session.Execute = async (cell, cancel) =>
    {
        if (cell.ReadInput is null) return new("NoInput", "There is no keyboard.");
        var name = await cell.ReadInput(new("Name?"), cancel);
        var word = await cell.ReadInput(new("Password?", IsPassword: true), cancel);
        cell.OnOutput(new StreamOutput(StreamOutput.Out, $"{name}/{word}"));
        return null;
    };

    [Fact]
    public async Task Cell_ThatAsks_GetsWhatItsOwnFrontEndAnswers()
    {
        using var other = await JupyterClient.ConnectAsync(Kernel.Connection);
        var id = await ExecuteAsync();
        var first = await Client.Questions.TakeAsync(message => message.Type == "input_request");
        Assert.Equal(id, first.ParentId);
        Assert.Equal("Name?", first.Content.Text("prompt"));
        Assert.False(first.Content.Flag("password"));
        await other.SendAsync(other.Input, "input_reply", new() { ["value"] = "mallory" });
        await AnswerAsync("stale", "{\"msg_id\":\"of another question\"}"u8.ToArray());
        await AnswerAsync("anna", first.Header);

        var second = await Client.Questions.TakeAsync(message => message.Type == "input_request");
        Assert.True(second.Content.Flag("password"));
        await AnswerAsync("secret", default);
        Assert.Equal("ok", (await Client.ReplyAsync(id)).Content.Text("status"));
        Assert.Equal("anna/secret", (await Client.ShownAsync(id))[^1].Content.Text("text"));
        Assert.Empty(other.Questions.TakeAll());
    }

    [Fact]
    public async Task Cell_ThatMayNotAsk_HasNoKeyboard()
    {
        var id = await Client.ExecuteAsync("read", new() { ["allow_stdin"] = false });
        Assert.Equal("NoInput", (await Client.ReplyAsync(id)).Content.Text("ename"));
    }

    [Fact]
    public async Task Cell_ThatAsksAFrontEndWithoutInputChannel_FailsAndSaysWhy()
    {
        Client.Input.Dispose();
        await Eventually.HoldsAsync(() => Kernel.Channels.Peers == 3);
        var id = await ExecuteAsync();
        Assert.Contains("input channel", (await Client.ReplyAsync(id)).Content.Text("evalue"));
    }

    [Fact]
    public async Task Cell_ThatWaitsForAnAnswer_CanBeInterruptedAndTheNextOneCanAsk()
    {
        var id = await ExecuteAsync();
        await Client.Questions.TakeAsync(message => message.Type == "input_request");
        await Client.AskControlAsync("interrupt_request");
        Assert.Equal("Interrupted", (await Client.ReplyAsync(id)).Content.Text("ename"));
        await AnswerAsync("too late", default);

        var next = await ExecuteAsync();
        foreach (var answer in (string[])["a", "b"])
        {
            var question = await Client.Questions.TakeAsync(message => message.Type == "input_request");
            await AnswerAsync(answer, question.Header);
        }
        Assert.Equal("a/b", (await Client.ShownAsync(next))[^1].Content.Text("text"));
    }

    Task<string> ExecuteAsync() => Client.ExecuteAsync("read", new() { ["allow_stdin"] = true });

    Task<string> AnswerAsync(string value, ReadOnlyMemory<byte> parent) =>
        Client.SendAsync(Client.Input, "input_reply", new() { ["value"] = value }, parent);
}
