using System.Text.Json;
using LearningKit.Data;

namespace LearningKit.Exercises;

/// <summary>Keeps a learner's progress in one JSON file.</summary>
/// <remarks>
/// The file is replaced as a whole, so it is never half written; two notebooks may write at the same time. A file that
/// cannot be read is set aside under another name, never overwritten. When nothing can be written at all (a read-only
/// folder), lessons go on and say so.
/// </remarks>
/// <param name="path">The file. It need not exist.</param>
public sealed class ProgressFile(string path)
{
    /// <summary>The environment variable that names another file.</summary>
    public const string PathVariable = "LEARNINGKIT_PROGRESS";

    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The file that lessons use: progress.json in the kit's folder, unless <see cref="PathVariable"/> names another.</summary>
    public static ProgressFile Default =>
        new(Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } chosen ? chosen : System.IO.Path.Combine(KitPaths.Root, "progress.json"));

    /// <summary>Where the progress is kept.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Reads the progress; none where there is no file yet.</summary>
    public ProgressUpdate Load()
    {
        try
        {
            if (!File.Exists(Path)) return new(new(), Notice: null);
            var progress = JsonSerializer.Deserialize<LearnerProgress>(File.ReadAllBytes(Path), json);
            return progress is { Version: 1 } ? new(progress, Notice: null) : SetAside("it was written by another version of the kit");
        }
        catch (JsonException exception)
        {
            return SetAside(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(new(), $"Your progress in {Path} could not be read ({exception.Message}). The lesson goes on without it.");
        }
    }

    /// <summary>Changes the progress and writes it.</summary>
    /// <param name="change">Gives the new progress from the old.</param>
    public ProgressUpdate Update(Func<LearnerProgress, LearnerProgress> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        try
        {
            using var turn = TakeTurn();
            var loaded = Load();
            var changed = change(loaded.Progress);
            AtomicFile.Write(Path, JsonSerializer.SerializeToUtf8Bytes(changed, json));
            return new(changed, loaded.Notice);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(change(Load().Progress),
                $"Your progress could not be kept: {exception.Message} Make {Path} writable, or set {PathVariable} to a file that is.");
        }
    }

    /// <summary>Waits until no other notebook is writing.</summary>
    FileStream TakeTurn()
    {
        const int attempts = 200, milliseconds = 10;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < attempts && File.Exists(Path + ".lock"))
            {
                Thread.Sleep(milliseconds);
            }
        }
    }

    ProgressUpdate SetAside(string why)
    {
        var aside = $"{Path}.broken-{DateTime.Now:yyyyMMdd-HHmmss}";
        File.Move(Path, aside, overwrite: true);
        return new(new(), $"Your progress file could not be understood ({why}). It was set aside as {aside}, and a new one was begun.");
    }
}
