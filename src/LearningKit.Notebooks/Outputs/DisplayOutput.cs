namespace LearningKit.Notebooks;

/// <summary>A value that a cell showed with <c>display(value)</c>, or a page fragment from a cell in another language.</summary>
/// <param name="Data">The value in every form in which a front end may show it.</param>
/// <param name="Id">The name under which an <see cref="UpdateOutput"/> can replace it later; null if none does.</param>
public sealed record DisplayOutput(MimeBundle Data, string? Id = null) : CellOutput;
