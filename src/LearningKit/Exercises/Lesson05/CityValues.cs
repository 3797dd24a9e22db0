namespace LearningKit.Exercises;

/// <summary>The values of one city.</summary>
/// <param name="City">The city's name.</param>
/// <param name="Values">Its values, in the order of its readings.</param>
public sealed record CityValues(string City, IReadOnlyList<double> Values);
