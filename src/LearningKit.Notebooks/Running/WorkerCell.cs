namespace LearningKit.Notebooks.Running;

/// <summary>A cell that a worker executes or has executed: where its outputs go, and who answers its questions.</summary>
/// <param name="request">The cell.</param>
/// <param name="cancel">Cancelled when the cell is to stop.</param>
sealed class WorkerCell(CellRequest request, CancellationToken cancel)
{
    // The message about an answer and the printed text come by different threads; the buffer lets one at a time through.
    readonly OutputBuffer outputs = new(request.OnOutput);
    Func<InputPrompt, CancellationToken, Task<string>>? readInput = request.ReadInput;

    /// <summary>Hands on an output.</summary>
    public void Show(CellOutput output) => outputs.Show(output);

    /// <summary>Hands on text that was printed past the session.</summary>
    public void Print(string text) => outputs.Write(StreamOutput.Out, text);

    /// <summary>Says something about the session below the cell.</summary>
    public void Note(string sentence) => outputs.Show(new StreamOutput(StreamOutput.Error, sentence + "\n"));

    /// <summary>The cell has ended: hands on what is buffered, and answers no more questions.</summary>
    public void End()
    {
        outputs.Flush();
        readInput = null;
    }

    /// <summary>Asks the person for a line.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <param name="answer">Gets the line, or else the reason why there is none.</param>
    public async Task AskAsync(InputPrompt prompt, Action<string?, string?> answer)
    {
        try
        {
            if (readInput is not { } ask) answer(null, "The cell has ended, so nobody answers its questions.");
            else answer(await ask(prompt, cancel).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { } // The worker is told by itself.
        catch (Exception exception)
        {
            answer(null, exception.Message);
        }
    }
}
