namespace LearningKit.Notebooks;

/// <summary>The value of a cell's last expression.</summary>
/// <param name="Data">The value in every form in which a front end may show it.</param>
/// <param name="Number">The number of the execution, as a front end shows it beside the cell.</param>
public sealed record ResultOutput(MimeBundle Data, int? Number) : CellOutput;
