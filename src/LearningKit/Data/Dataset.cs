namespace LearningKit.Data;

/// <summary>One data set of the manifest: a file that comes with the kit, can be made, or can be fetched.</summary>
public sealed record Dataset
{
    /// <summary>The name in commands.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Its file, relative to the folder of the manifest when it comes with the kit, else to that of made data sets.</summary>
    public required string File { get; init; }

    /// <summary>The file's size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The file's SHA-256, in hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Under which licence it may be used.</summary>
    public required string Licence { get; init; }

    /// <summary>How it was made, or who made it.</summary>
    public required string Origin { get; init; }

    /// <summary>Where it is fetched from; null when it comes with the kit.</summary>
    public Uri? Address { get; init; }
}
