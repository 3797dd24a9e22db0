using LearningKit.Cli.Terminals;
using LearningKit.Data;

namespace LearningKit.Cli.Lessons;

/// <summary>The lessons' notebooks by number, name or path.</summary>
static class LessonFolder
{
    /// <summary>The paths of all lessons in order.</summary>
    public static IReadOnlyList<string> All() => Directory.Exists(KitPaths.Notebooks)
        ? [.. Directory.EnumerateFiles(KitPaths.Notebooks, "*.ipynb").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The lesson's name: the file's without its ending.</summary>
    public static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    /// <summary>Finds the notebooks that were named; all lessons when none was.</summary>
    /// <exception cref="BadUsageException">There is no such notebook, or two would be written to the same place.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> named)
    {
        var found = named.Count == 0 ? All() : [.. named.Select(Find).Distinct(StringComparer.Ordinal)];
        if (found.Count == 0) throw new BadUsageException($"There are no notebooks in {KitPaths.Notebooks}. Name one: kit run my.ipynb");
        if (found.GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw new BadUsageException($"{string.Join(" and ", same)} have the same name and would be written to the same place. Run one after the other.");
        return found;
    }

    /// <summary>Finds one notebook.</summary>
    /// <param name="named">"3", "03", "threads", "03-threads" or a path.</param>
    /// <exception cref="BadUsageException">There is no such notebook.</exception>
    public static string Find(string named)
    {
        if (File.Exists(named)) return Path.GetFullPath(named);
        var number = int.TryParse(named, out var lesson) ? $"{lesson:00}-" : null;
        return All().FirstOrDefault(path => NameOf(path) is var name
                && (name.Equals(named, StringComparison.OrdinalIgnoreCase)
                    || name.EndsWith($"-{named}", StringComparison.OrdinalIgnoreCase)
                    || (number is not null && name.StartsWith(number, StringComparison.Ordinal))))
            ?? throw new BadUsageException(
                $"There is no notebook '{named}': no such file, and no lesson of that number or name. The lessons are: {string.Join(", ", All().Select(NameOf))}.");
    }
}
