using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>A part of a text: ranges of files, none of which cuts a word in two.</summary>
/// <param name="Ranges">The ranges, in reading order.</param>
public sealed record TextPart(IReadOnlyList<FileRange> Ranges);
