namespace LearningKit.Notebooks;

/// <summary>New content for a display that was shown before, in this cell or an earlier one. A notebook file never holds it.</summary>
/// <param name="Data">The content in every form in which a front end may show it.</param>
/// <param name="Id">The name of the display.</param>
public sealed record UpdateOutput(MimeBundle Data, string Id) : CellOutput;
