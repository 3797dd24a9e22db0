namespace LearningKit.Notebooks;

/// <summary>Shorter calls of a session.</summary>
public static class SessionExtensions
{
    /// <summary>Executes a cell of C#.</summary>
    /// <param name="session">The session.</param>
    /// <param name="code">The cell's text.</param>
    /// <param name="onOutput">Gets what the cell shows; see <see cref="CellRequest.OnOutput"/>.</param>
    /// <param name="cancel">Stops the cell, whatever it does.</param>
    public static Task<CellResult> ExecuteAsync(
        this INotebookSession session, string code, Action<CellOutput>? onOutput = null, CancellationToken cancel = default) =>
        session.ExecuteAsync(new CellRequest(code) { OnOutput = onOutput ?? (_ => { }) }, cancel);
}
