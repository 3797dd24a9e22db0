namespace LearningKit.Notebooks.Tests.Jupyter;

/// <summary>A session that does what a test says.</summary>
sealed class FakeSession : INotebookSession
{
    public Func<CellRequest, CancellationToken, Task<ErrorOutput?>> Execute { get; set; } = (_, _) => Task.FromResult<ErrorOutput?>(null);

    public Func<string, int, CompletionList> Complete { get; set; } = (_, position) => new(position, position, []);

    public Func<string, int, MimeBundle?> Inspect { get; set; } = (_, _) => null;

    public Func<string, CodeStatus> Check { get; set; } = _ => CodeStatus.Complete;

    public List<CellRequest> Executed { get; } = [];

    public TaskCompletionSource Disposed { get; } = new();

    public async Task<CellResult> ExecuteAsync(CellRequest request, CancellationToken cancel)
    {
        Executed.Add(request);
        var error = await Execute(request, cancel);
        var status = error is null ? CellStatus.Succeeded : CellStatus.Failed;
        return new(status, request.Number!.Value, TimeSpan.Zero, error)
        {
            Expressions = request.Expressions.ToDictionary(
                item => item.Key,
                item => item.Value == "wrong" ? new ExpressionResult(null, new("Error", "wrong")) : new(MimeBundle.OfText(item.Value), null)),
        };
    }

    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancel) => Task.Run(() => Complete(code, position), cancel);

    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancel) => Task.Run(() => Inspect(code, position), cancel);

    public Task<CodeStatus> CheckAsync(string code, CancellationToken cancel) => Task.Run(() => Check(code), cancel);

    public ValueTask DisposeAsync()
    {
        Disposed.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
