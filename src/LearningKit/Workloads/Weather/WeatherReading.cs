namespace LearningKit.Workloads;

/// <summary>One row: a temperature at a place.</summary>
/// <param name="Station">The station's index in <see cref="WeatherStation.All"/>.</param>
/// <param name="Tenths">The temperature in tenths of a degree Celsius.</param>
public readonly record struct WeatherReading(int Station, int Tenths);
