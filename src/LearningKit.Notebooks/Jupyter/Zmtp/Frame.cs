namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>A frame.</summary>
/// <param name="Flags">What it is.</param>
/// <param name="Body">What it holds.</param>
readonly record struct Frame(FrameFlags Flags, byte[] Body)
{
    /// <summary>True for commands.</summary>
    public bool IsCommand => (Flags & FrameFlags.Command) != 0;

    /// <summary>True if more frames of the message follow.</summary>
    public bool HasMore => (Flags & FrameFlags.More) != 0;
}
