namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>What a frame is, as the bits on the wire (ZMTP 3.1, "Framing").</summary>
[Flags]
enum FrameFlags : byte
{
    /// <summary>The last frame of a message, with a length of one byte.</summary>
    None = 0,

    /// <summary>More frames of the message follow.</summary>
    More = 1,

    /// <summary>The length has eight bytes.</summary>
    Long = 2,

    /// <summary>The frame is a command, not part of a message.</summary>
    Command = 4,
}
