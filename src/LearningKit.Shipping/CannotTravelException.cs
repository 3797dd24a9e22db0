namespace LearningKit.Shipping;

/// <summary>Something cannot go to another process. Thrown before anything is sent.</summary>
/// <param name="path">Where it was found: the cell, the variable and the fields that lead to it.</param>
/// <param name="reason">What it is, why it cannot travel and what to do instead.</param>
public sealed class CannotTravelException(string path, string reason) : Exception($"{path} cannot be sent to another process: {reason}")
{
    /// <summary>Where it was found, for example: <c>variable 'log' of Cell[3] → field 'stream'</c>.</summary>
    public string Path { get; } = path;
}
