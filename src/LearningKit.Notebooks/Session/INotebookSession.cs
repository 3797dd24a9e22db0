namespace LearningKit.Notebooks;

/// <summary>
/// What executes the cells of one notebook: <see cref="CSharpSession"/> in this process, or a session in a process of its
/// own, which outlives whatever a cell does to it.
/// </summary>
/// <remarks>
/// Cells run one after the other; calls from several threads wait for each other. Questions about code (completion,
/// inspection) may be asked at any time, also while a cell runs.
/// </remarks>
public interface INotebookSession : IAsyncDisposable
{
    /// <summary>Executes a cell.</summary>
    /// <param name="request">The cell.</param>
    /// <param name="cancel">Stops the cell, whatever it does.</param>
    /// <returns>How it ended. A failing cell throws nothing here.</returns>
    Task<CellResult> ExecuteAsync(CellRequest request, CancellationToken cancel = default);

    /// <summary>What can stand at a place in a cell that is being written.</summary>
    /// <param name="code">The cell's text so far.</param>
    /// <param name="position">The cursor: how many UTF-16 units stand before it.</param>
    /// <param name="cancel">Gives up the search.</param>
    Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancel = default);

    /// <summary>Tells about what stands at a place in a cell: its type, its signatures, its documentation.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="position">The cursor: how many UTF-16 units stand before it.</param>
    /// <param name="cancel">Gives up the search.</param>
    /// <returns>The text in every form in which a front end may show it, or null if there is nothing to tell.</returns>
    Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancel = default);

    /// <summary>Whether a cell can be executed as it stands, or goes on in a next line; for consoles.</summary>
    /// <param name="code">The cell's text so far.</param>
    /// <param name="cancel">Gives up.</param>
    Task<CodeStatus> CheckAsync(string code, CancellationToken cancel = default);
}
