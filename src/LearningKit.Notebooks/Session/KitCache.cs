using LearningKit.Data;

namespace LearningKit.Notebooks;

/// <summary>Where sessions keep what is slow to make again.</summary>
static class KitCache
{
    /// <summary>The kit's artifacts folder, or the user's cache where the library is used outside the kit.</summary>
    public static string Directory { get; } = Find();

    static string Find()
    {
        try
        {
            return KitPaths.Artifacts;
        }
        catch (DirectoryNotFoundException)
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "LearningKit");
        }
    }
}
