namespace LearningKit.Tests;

/// <summary>A folder of a test's own that is gone after it.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly string path = Directory.CreateTempSubdirectory("learningkit-").FullName;

    /// <summary>The path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(path, name);

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, ReadOnlySpan<byte> contents)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], contents);
        return this[name];
    }

    /// <summary>The files in the folder and below.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(path, file)).Order()];

    public void Dispose() => Directory.Delete(path, recursive: true);

    public static implicit operator string(TemporaryFolder folder) => folder.path;
}
