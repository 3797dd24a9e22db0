namespace LearningKit.Notebooks;

/// <summary>Text that a cell wrote to the console, or that a program started by it wrote.</summary>
/// <param name="Name"><see cref="Out"/> or <see cref="Error"/>.</param>
/// <param name="Text">The text; lines end with a line feed.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput
{
    /// <summary>The name of the standard output.</summary>
    public const string Out = "stdout";

    /// <summary>The name of the standard error output.</summary>
    public const string Error = "stderr";
}
