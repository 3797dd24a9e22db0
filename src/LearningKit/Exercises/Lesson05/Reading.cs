namespace LearningKit.Exercises;

/// <summary>A temperature in a city.</summary>
/// <param name="Station">The city.</param>
/// <param name="Tenths">The temperature in tenths of a degree Celsius.</param>
public sealed record Reading(string Station, int Tenths);
