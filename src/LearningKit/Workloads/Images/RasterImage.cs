namespace LearningKit.Workloads;

/// <summary>An image of 8-bit samples, row by row from the top: one sample a pixel for grey, three for red, green, blue.</summary>
public sealed class RasterImage : IEquatable<RasterImage>
{
    /// <summary>Makes an image around its samples, which are not copied.</summary>
    /// <param name="width">Pixels a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    /// <param name="samples">The samples: width x height x channels.</param>
    /// <exception cref="ArgumentException">The numbers do not fit together.</exception>
    public RasterImage(int width, int height, int channels, byte[] samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (channels is not (1 or 3))
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "An image has 1 channel (grey) or 3 (red, green, blue).");
        if (samples.Length != (long)width * height * channels)
            throw new ArgumentException($"An image of {width} x {height} pixels with {channels} channels has {(long)width * height * channels} samples, not {samples.Length}.", nameof(samples));
        (Width, Height, Channels, Samples) = (width, height, channels, samples);
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Samples a pixel: 1 for grey, 3 for red, green, blue.</summary>
    public int Channels { get; }

    /// <summary>All samples, row by row.</summary>
    public byte[] Samples { get; }

    /// <summary>The samples of one row.</summary>
    public Span<byte> Row(int y) => Samples.AsSpan(y * Width * Channels, Width * Channels);

    /// <summary>True when both have the same shape and the same samples.</summary>
    public bool Equals(RasterImage? other) =>
        other is not null && (Width, Height, Channels) == (other.Width, other.Height, other.Channels) && Samples.AsSpan().SequenceEqual(other.Samples);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RasterImage);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Width, Height, Channels);

    /// <inheritdoc/>
    public override string ToString() => $"{(Channels == 1 ? "grey" : "colour")} image of {Width} x {Height} pixels";
}
