using System.Diagnostics;
using System.Reflection;
using LearningKit.Exercises;
using LearningKit.Notebooks;

namespace LearningKit.Lessons.Tests;

/// <summary>Executes each lesson once, when a test first asks for it.</summary>
public sealed class ExecutedLessons
{
    static readonly Dictionary<string, Task<NotebookRun>> runs = [];

    /// <summary>The run of a lesson.</summary>
    public Task<NotebookRun> RunAsync(string name)
    {
        SkipInDebugBuilds();
        lock (runs)
        {
            if (!runs.TryGetValue(name, out var run)) runs[name] = run = NotebookRunner.RunAsync(Lesson.Named(name).Notebook, new() { Timeout = TimeSpan.FromMinutes(3) });
            return run;
        }
    }

    /// <summary>Lessons measure, and the kit does not measure Debug builds.</summary>
    public static void SkipInDebugBuilds() => Skip.If(
        typeof(Exercise).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true,
        "Lessons refuse to measure a Debug build. Run: dotnet test -c Release");
}
