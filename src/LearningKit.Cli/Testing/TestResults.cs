using System.Globalization;
using System.Xml.Linq;

namespace LearningKit.Cli.Testing;

/// <summary>What the tests of one or more projects came to.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed.</param>
/// <param name="Skipped">Tests that were not run, with the reason each gave.</param>
sealed record TestResults(int Passed, int Failed, IReadOnlyList<SkippedTest> Skipped)
{
    static readonly XNamespace trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>The one line for people and scripts.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped.Count} skipped");

    /// <summary>Adds up every trx file of a folder: one for each test project.</summary>
    public static TestResults ReadAll(string folder)
    {
        var results = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.trx").Order(StringComparer.Ordinal).SelectMany(file => XDocument.Load(file).Descendants(trx + "UnitTestResult")).ToList()
            : [];
        return new(
            results.Count(result => Outcome(result) == "Passed"),
            results.Count(result => Outcome(result) is not ("Passed" or "NotExecuted")),
            [.. results.Where(result => Outcome(result) == "NotExecuted").Select(result => new SkippedTest((string?)result.Attribute("testName") ?? "", Reason(result)))]);
    }

    static string? Outcome(XElement result) => (string?)result.Attribute("outcome");

    static string Reason(XElement result) =>
        result.Descendants(trx + "Message").Concat(result.Descendants(trx + "StdOut")).FirstOrDefault()?.Value.Trim() is { Length: > 0 } reason ? reason : "no reason given";
}
