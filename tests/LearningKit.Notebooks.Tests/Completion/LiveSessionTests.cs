using LearningKit.Notebooks.Tests.Session;

namespace LearningKit.Notebooks.Tests.Completion;

/// <summary>Questions about code beside what the session does.</summary>
public sealed class LiveSessionTests : SessionTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Question_WhileACellRuns_IsAnsweredFromTheCellsBefore()
    {
        await Succeed("var before = new List<int>();");
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var running = Session.ExecuteAsync("var during = 1;\nConsole.WriteLine();\nwhile (true) { }", _ => begun.TrySetResult(), stop.Token);
        await begun.Task.WaitAsync(patience);
        Assert.Contains(await Complete("before.|"), item => item.Text == "Add");
        Assert.Contains("List<int> before", (await Session.InspectAsync("before", 3).WaitAsync(patience))!.Text(MimeBundle.Plain));
        Assert.Equal(CodeStatus.Incomplete, await Session.CheckAsync("before.Add(").WaitAsync(patience));
        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        await running.WaitAsync(patience);
    }

#pragma warning disable xUnit1031 // The pool is blocked on purpose, so nothing here may wait for it.
    [Fact]
    public void Question_WhileThePoolIsBlocked_IsAnswered()
    {
        using var release = new ManualResetEventSlim();
        var blockers = Enumerable.Range(0, 100).Select(_ => Task.Run(() => release.Wait())).ToArray();
        try
        {
            var question = Session.CompleteAsync("Console.", 8);
            Assert.True(question.Wait(patience));
            Assert.Contains(question.Result.Items, item => item.Text == "WriteLine");
        }
        finally
        {
            release.Set();
        }
        Task.WaitAll(blockers);
    }
#pragma warning restore xUnit1031

    [Fact]
    public async Task Questions_BesideCellsThatAreCompiled_SeeAWholeSession()
    {
        await Succeed("var shared = \"text\";");
        using var stop = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            var answered = 0;
            for (; !stop.IsCancellationRequested; answered++) Assert.Contains(await Complete("shared.|"), item => item.Text == "Length");
            return answered;
        });
        for (var cell = 0; cell < 20; cell++)
            await Succeed(cell % 5 == 4 ? $"#!library\npublic static class Library {{ public const int Cell = {cell}; }}" : $"var cell{cell} = Math.Max({cell}, 1);");
        await stop.CancelAsync();
        Assert.True(await asking.WaitAsync(patience) > 0);
    }

    [Fact]
    public async Task Library_JustCompiled_IsOfferedAtOnce()
    {
        await Complete("|");
        await Succeed("#!library\npublic static class Fresh { public static int First() => 1; }");
        Assert.Contains(await Complete("Fresh.|"), item => item.Text == "First");
        await Succeed("#!library\npublic static class Fresh { public static int Second() => 1; }");
        Assert.Equal(["Second"], (await Complete("Fresh.|")).Where(item => item.Kind == "method").Select(item => item.Text).Except(["Equals", "ReferenceEquals"]));
    }

    [Fact]
    public async Task Library_BeingWritten_IsOrdinaryCSharp()
    {
        await Succeed("var ofACell = 1;");
        Assert.Contains(await Complete("#!library\nnamespace A { class B { int field; int F() { fie| } } }"), item => item.Text == "field");
        Assert.DoesNotContain(await Complete("#!library\nclass B { int F() { of| } }"), item => item.Text == "ofACell");
    }

    [Fact]
    public async Task VariableDeclaredAgain_HasItsLatestType()
    {
        await Succeed("var twice = 1;");
        await Succeed("var twice = \"text\";");
        Assert.Contains(await Complete("twice.|"), item => item.Text == "Length");
    }

    [Fact]
    public async Task Question_Cancelled_GivesUp()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Session.CompleteAsync("Console.", 8, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Session.InspectAsync("Console", 3, cancelled.Token));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public async Task Question_AboutAPlaceOutside_IsRefused(int position)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Session.CompleteAsync("abc", position));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Session.InspectAsync("abc", position));
    }

    [Theory]
    [InlineData("numbers.Cou|", "()")]
    [InlineData("Math.Sqr|", "(2)")]
    [InlineData("DayOfWeek day = Mon|", "; day")]
    [InlineData("$\"{numb|", "}\"")]
    [InlineData("even|", ".ToString()")]
    [InlineData("numbers.Insert(ind|", " 0, item: 5);")]
    [InlineData("new UriBuilder { Ho|", " = \"x\" }")]
    [InlineData("new StringBui|", "()")]
    [InlineData("numbers is { Cou|", ": > 1 }")]
    [InlineData("using System.Diag|", ";")]
    [InlineData("foreac|", " (var n in numbers) { }")]
    public async Task Item_PutIn_Compiles(string text, string rest)
    {
        await Succeed("var numbers = new List<int> { 1, 2 }; var @event = 1;");
        var (code, position) = Marked.Parse(text);
        var list = await Session.CompleteAsync(code, position);
        await Succeed(code[..list.Start] + list.Items[0].Text + code[list.End..] + rest);
    }

    async Task<IReadOnlyList<CompletionItem>> Complete(string text)
    {
        var (code, position) = Marked.Parse(text);
        return (await Session.CompleteAsync(code, position).WaitAsync(patience)).Items;
    }
}
