using System.Diagnostics;
using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace LearningKit.Browser;

/// <summary>
/// A headless Chromium that opens pages, tells what their scripts complained about and which addresses they asked for.
/// Its profile lies in a fresh folder that goes when the browser is disposed of.
/// </summary>
/// <example>
/// <code>
/// Skip.IfNot(Chromium.IsInstalled, Chromium.HowToInstall);
/// using var browser = new Chromium();
/// browser.Open("page.html");
/// Assert.Empty(browser.ConsoleErrors());
/// </code>
/// </example>
public sealed class Chromium : IDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    static readonly string? program = Find("chromium", "chromium-browser", "google-chrome", "chrome.exe");
    static readonly string? driverProgram = Find("chromedriver", "chromedriver.exe");

    readonly string profile = Directory.CreateTempSubdirectory("learningkit-chromium-").FullName;
    readonly ChromeDriverService service;
    readonly ChromeDriver driver;
    readonly List<string> requests = [];

    /// <summary>What to say when a test that needs the browser is skipped.</summary>
    public const string HowToInstall = "Chromium and its driver were not found on PATH, so nobody looked at the page. On Debian: apt-get install chromium chromium-driver.";

    /// <summary>True when the browser and its driver are on this machine.</summary>
    public static bool IsInstalled => program is not null && driverProgram is not null;

    /// <summary>Starts the browser.</summary>
    /// <param name="width">The window's width in pixels.</param>
    /// <param name="height">The window's height in pixels.</param>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public Chromium(int width = 1100, int height = 900)
    {
        if (!IsInstalled) throw new InvalidOperationException(HowToInstall);
        var options = new ChromeOptions { BinaryLocation = program };
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
            $"--window-size={width},{height}", $"--user-data-dir={profile}");
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        options.SetLoggingPreference("performance", LogLevel.All);
        service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driverProgram), Path.GetFileName(driverProgram));
        service.SuppressInitialDiagnosticInformation = true;
        driver = new ChromeDriver(service, options, patience);
        driver.Manage().Timeouts().PageLoad = patience;
        driver.Navigate().GoToUrl("about:blank");   // away from the browser's own first page
        driver.Manage().Logs.GetLog("performance");
    }

    /// <summary>Opens a page from disk, as a double click does.</summary>
    public void Open(string path) => driver.Navigate().GoToUrl(new Uri(Path.GetFullPath(path)).AbsoluteUri);

    /// <summary>Opens an address of a server.</summary>
    public void Open(Uri address) => driver.Navigate().GoToUrl(address);

    /// <summary>The mode that the system asks of pages.</summary>
    public void PreferDark(bool dark) => driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new()
    {
        ["features"] = new object[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" } },
    });

    /// <summary>Runs a script that returns a value.</summary>
    /// <param name="script">The body of a function.</param>
    /// <param name="arguments">What the script finds in <c>arguments</c>.</param>
    public object? Run(string script, params object[] arguments) => driver.ExecuteScript(script, arguments);

    /// <summary>Waits until a script's expression is true.</summary>
    /// <param name="condition">The expression.</param>
    /// <param name="within">How long to wait; half a minute by default.</param>
    /// <exception cref="TimeoutException">It did not come true in that time.</exception>
    public void WaitUntil(string condition, TimeSpan? within = null)
    {
        var start = Stopwatch.GetTimestamp();
        while (!Poll(condition))
            if (Stopwatch.GetElapsedTime(start) > (within ?? patience))
                throw new TimeoutException($"The page did not come to: {condition}. Its console says: {string.Join("; ", ConsoleErrors())}");
    }

    /// <summary>Asks for some seconds, in the page itself. Each question to the browser has a time limit of its own.</summary>
    bool Poll(string condition) => driver.ExecuteAsyncScript($$"""
        const done = arguments[arguments.length - 1], start = performance.now();
        (function poll() {
          if ({{condition}}) done(true);
          else if (performance.now() - start > 5000) done(false);
          else setTimeout(poll, 20);
        })();
        """) is true;

    /// <summary>Warnings and errors that the page's console has had since the last call.</summary>
    public IReadOnlyList<string> ConsoleErrors() =>
        [.. driver.Manage().Logs.GetLog(LogType.Browser).Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message)];

    /// <summary>Every address asked for so far, but for data inside the page.</summary>
    public IReadOnlyList<string> Requests()
    {
        foreach (var entry in driver.Manage().Logs.GetLog("performance"))
        {
            using var json = JsonDocument.Parse(entry.Message);
            var message = json.RootElement.GetProperty("message");
            if (message.GetProperty("method").GetString() != "Network.requestWillBeSent") continue;
            var address = message.GetProperty("params").GetProperty("request").GetProperty("url").GetString()!;
            if (!address.StartsWith("data:", StringComparison.Ordinal) && !address.StartsWith("blob:", StringComparison.Ordinal)) requests.Add(address);
        }
        return requests;
    }

    /// <summary>The whole page as a PNG picture.</summary>
    public byte[] Screenshot()
    {
        var picture = (Dictionary<string, object>)driver.ExecuteCdpCommand("Page.captureScreenshot", new() { ["captureBeyondViewport"] = true, ["format"] = "png" })!;
        return Convert.FromBase64String((string)picture["data"]);
    }

    /// <summary>Ends the browser and removes its profile.</summary>
    public void Dispose()
    {
        driver.Quit();
        service.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    static string? Find(params string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
