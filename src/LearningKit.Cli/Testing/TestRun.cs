using LearningKit.Cli.Setup;

namespace LearningKit.Cli.Testing;

/// <summary>Builds the solution and runs its tests, one project after the other: tests of parallel code want the machine for themselves.</summary>
/// <param name="dotnet">The dotnet command.</param>
/// <param name="root">The folder of the solution.</param>
/// <param name="resultsFolder">Where the results are kept; emptied first.</param>
/// <param name="onLine">Told every line of the build and of the tests.</param>
sealed class TestRun(string dotnet, string root, string resultsFolder, Action<string> onLine)
{
    const string Solution = "LearningKit.sln";

    static readonly Dictionary<string, string> quiet = new() { ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" };

    /// <summary>What the tests came to so far.</summary>
    public TestResults Results => TestResults.ReadAll(resultsFolder);

    /// <summary>Builds, then tests.</summary>
    /// <param name="arguments">Further arguments for dotnet test.</param>
    /// <param name="cancel">Kills the build or the tests.</param>
    /// <returns>True when all is built and no test failed.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        if (Directory.Exists(resultsFolder)) Directory.Delete(resultsFolder, recursive: true);
        return await DotnetAsync(["build", Solution, "-c", "Release", "--disable-build-servers", "-v", "quiet"], cancel).ConfigureAwait(false)
            && await DotnetAsync(["test", Solution, "-c", "Release", "--no-build", "-m:1", "-nodeReuse:false", "--logger", "trx", "--results-directory", resultsFolder, .. arguments], cancel).ConfigureAwait(false);
    }

    async Task<bool> DotnetAsync(IEnumerable<string> arguments, CancellationToken cancel) =>
        await ChildProcess.RunAsync(dotnet, arguments, onLine, cancel, quiet, root).ConfigureAwait(false) == 0;
}
