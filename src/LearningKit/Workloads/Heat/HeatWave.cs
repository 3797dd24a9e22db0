namespace LearningKit.Workloads;

/// <summary>
/// One standing wave of heat on a plate whose edge is cold: amplitude sin(pi DownWaves i / (n - 1)) sin(pi AcrossWaves j / (n - 1)).
/// A Jacobi step keeps its shape and only makes it smaller, so it shows whether sweeps compute right.
/// </summary>
/// <param name="DownWaves">Half waves from the top edge to the bottom edge.</param>
/// <param name="AcrossWaves">Half waves from the left edge to the right edge.</param>
/// <param name="Amplitude">The highest temperature at the start, in degrees.</param>
public readonly record struct HeatWave(int DownWaves, int AcrossWaves, double Amplitude)
{
    /// <summary>
    /// What is left of the wave after one step on a plate of <paramref name="size"/> cells a side: the eigenvalue
    /// (cos(pi DownWaves / (n - 1)) + cos(pi AcrossWaves / (n - 1))) / 2 of the five-point mean.
    /// </summary>
    public double Decay(int size) => (Math.Cos(Math.PI * DownWaves / (size - 1)) + Math.Cos(Math.PI * AcrossWaves / (size - 1))) / 2;

    /// <summary>Chooses waves of 1 to 6 half waves each way and amplitudes of 10 to 100 degrees.</summary>
    public static HeatWave[] Choose(int count, int seed)
    {
        var random = new Random(seed);
        var waves = new HeatWave[count];
        for (var i = 0; i < count; i++) waves[i] = new(random.Next(1, 7), random.Next(1, 7), random.Next(10, 101));
        return waves;
    }

    /// <summary>Adds up waves on some rows of a plate, row after row, as they are after <paramref name="step"/> steps.</summary>
    public static double[] Superpose(IReadOnlyList<HeatWave> waves, int size, int step, int firstRow, int endRow)
    {
        var cells = new double[checked((endRow - firstRow) * size)];
        foreach (var wave in waves)
        {
            var across = new double[size];
            for (var j = 1; j < size - 1; j++) across[j] = Math.Sin(Math.PI * wave.AcrossWaves * j / (size - 1));
            var left = wave.Amplitude * Math.Pow(wave.Decay(size), step);
            for (var i = Math.Max(firstRow, 1); i < Math.Min(endRow, size - 1); i++)
            {
                var height = left * Math.Sin(Math.PI * wave.DownWaves * i / (size - 1));
                var row = cells.AsSpan((i - firstRow) * size, size);
                for (var j = 0; j < row.Length; j++) row[j] += height * across[j];
            }
        }
        return cells;
    }
}
