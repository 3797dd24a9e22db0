namespace LearningKit.Notebooks.Magics;

/// <summary>A part of a cell that one magic takes.</summary>
/// <param name="Magic">The magic's name without <c>#!</c>.</param>
/// <param name="Arguments">What stands behind the name on its line.</param>
/// <param name="Body">The lines that belong to it; empty for a magic without a body.</param>
/// <param name="Language">The language of the lines around: that of the body where there is one.</param>
/// <param name="FirstLine">The line of the cell on which the body begins, from 1.</param>
sealed record CellSegment(string Magic, string Arguments, string Body, string Language, int FirstLine);
