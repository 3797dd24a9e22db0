namespace LearningKit.Workloads;

/// <summary>What is wrong with a row.</summary>
/// <param name="Column">The column's number, from 1.</param>
/// <param name="Expected">What should stand there.</param>
/// <param name="Found">What stands there.</param>
readonly record struct RowFault(int Column, string Expected, string Found);
