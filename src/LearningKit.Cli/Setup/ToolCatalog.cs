namespace LearningKit.Cli.Setup;

/// <summary>Every program outside the kit that it can use. None is needed to run a lesson in C#.</summary>
static class ToolCatalog
{
    /// <summary>All of them, the most useful first.</summary>
    public static IReadOnlyList<Tool> All { get; } =
    [
        new("npm", "fetches plotly.js and Mermaid, so that charts show without a network", "npm", "https://nodejs.org"),
        new("python3", "runs Python cells: lessons compare the same work in both languages", "python3", "https://www.python.org/downloads"),
        new("chromium", "opens the lessons' site in the tests", "chromium", "https://www.chromium.org/getting-involved/download-chromium"),
        new("chromedriver", "steers chromium in the tests", "chromium-driver", "https://googlechromelabs.github.io/chrome-for-testing"),
        new("gcc", "compiles what the benchmarks compare with", "gcc", "https://gcc.gnu.org", IsInstalledBySetup: false),
    ];
}
