namespace LearningKit.Tests.Measuring;

/// <summary>A folder that is gone after the test.</summary>
sealed class TempFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningkit-test-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public string[] Files => [.. folder.GetFiles().Select(file => file.Name)];

    public void Dispose() => folder.Delete(recursive: true);
}
