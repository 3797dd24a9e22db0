namespace LearningKit.Notebooks;

/// <summary>
/// Something that a cell showed. The kinds are those of the notebook format: <see cref="StreamOutput"/>,
/// <see cref="DisplayOutput"/>, <see cref="ResultOutput"/> and <see cref="ErrorOutput"/>; two more change what was shown:
/// <see cref="UpdateOutput"/> and <see cref="ClearOutput"/>.
/// </summary>
public abstract record CellOutput
{
    private protected CellOutput() { }
}
