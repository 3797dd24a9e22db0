using System.Text.Json;
using LearningKit.ChildProcesses;
using LearningKit.Mpi.Conformance;
using LearningKit.Mpi.Native;

namespace LearningKit.Mpi.Tests;

/// <summary>Runs many cases of the suite in few launches: a launch takes most of a second.</summary>
static class MpiJob
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(4);

    /// <summary>How each case went: null, or what went wrong.</summary>
    public static IReadOnlyDictionary<string, string?> Run(MpiLauncher launcher, int ranks, IEnumerable<MpiCase> cases)
    {
        var results = new Dictionary<string, string?>();
        var left = cases.Where(one => one.MinRanks <= ranks).Select(one => one.Name).ToList();
        while (left.Count > 0)
        {
            var (lines, output) = Launch(launcher, ranks, left);
            var failed = lines.Where(line => line.Failure is not null).ToLookup(line => line.Case);
            // A case holds when every rank says so. The first that does not has ended the job, and the rest goes into another.
            var passed = left.TakeWhile(name => lines.Count(line => line.Case == name && line.Failure is null) == ranks).ToList();
            foreach (var name in passed) results[name] = null;
            if (passed.Count < left.Count)
            {
                var name = left[passed.Count];
                var failures = failed[name].Select(line => $"rank {line.Rank} of {ranks}: {line.Failure}").ToList();
                results[name] = failures.Count > 0 ? string.Join("\n", failures) : $"The job ended or hung in this case.\n{output}";
            }
            left.RemoveRange(0, Math.Min(passed.Count + 1, left.Count));
        }
        return results;
    }

    /// <summary>Starts a program on ranks, and returns its exit code and what it printed.</summary>
    public static (int ExitCode, string Output) Start(MpiLauncher launcher, int ranks, params string[] program)
    {
        using var job = ChildProcess.Start(launcher.Path, launcher.Arguments(ranks, program), ".");
        job.Input.Close();
        var output = Task.WhenAll(job.Output.ReadToEndAsync(), job.Error.ReadToEndAsync());
        if (!output.Wait(patience))
        {
            job.Kill();
            return (-1, $"It did not end within {patience}. {string.Join("\n", output.Result)}");
        }
        return (job.WaitForExit(), string.Join("\n", output.Result));
    }

    static (List<CaseResult> Lines, string Output) Launch(MpiLauncher launcher, int ranks, List<string> names)
    {
        var folder = Directory.CreateTempSubdirectory("learningkit-mpi-");
        try
        {
            var (exitCode, output) = Start(launcher, ranks, ["dotnet", typeof(MpiCase).Assembly.Location, folder.FullName, .. names]);
            var lines = folder.GetFiles("rank-*.jsonl").SelectMany(file => File.ReadLines(file.FullName)).Select(line => JsonSerializer.Deserialize<CaseResult>(line)!);
            return ([.. lines], $"Exit code {exitCode}. {output}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
