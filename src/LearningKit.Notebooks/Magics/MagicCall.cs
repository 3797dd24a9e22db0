namespace LearningKit.Notebooks.Magics;

/// <summary>One use of a magic.</summary>
/// <param name="Session">The session.</param>
/// <param name="Cell">The running cell: where output goes.</param>
/// <param name="Thread">The running cell's thread: what can be stopped.</param>
/// <param name="Segment">The line and the lines that belong to it.</param>
sealed record MagicCall(CSharpSession Session, CellContext Cell, CellThread Thread, CellSegment Segment)
{
    /// <summary>The lines that belong to it, without the line end before the next magic.</summary>
    public string Body => Segment.Body.TrimEnd('\n');

    /// <summary>Shows a value in several forms.</summary>
    public void Show(MimeBundle data) => Cell.Show(new DisplayOutput(data));
}
