namespace LearningKit.Shipping;

/// <summary>A step of a path that is neither a field nor an index nor a key.</summary>
/// <param name="Text">What to call it.</param>
sealed record PartName(string Text);
