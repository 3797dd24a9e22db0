using LearningKit.Notebooks.Hints;
using Microsoft.CodeAnalysis;

namespace LearningKit.Notebooks;

/// <summary>Compiler messages as a learner reads them: cell, line, column, the source line and a caret below the place.</summary>
static class DiagnosticText
{
    const int Shown = 10;

    /// <summary>
    /// The warnings that a beginner needs: each names a mistake in what was typed. The compiler's others concern libraries,
    /// style or versions.
    /// </summary>
    static readonly HashSet<string> worthShowing =
    [
        "CS0162", // unreachable code
        "CS0168", // variable declared and never used
        "CS0184", // 'is' is never true
        "CS0219", // variable assigned and never used
        "CS0251", // negative index
        "CS0420", // volatile field passed by reference
        "CS0429", // unreachable expression
        "CS0472", // comparison with null is always the same
        "CS0618", // obsolete
        "CS0642", // empty statement after if, for or while
        "CS0652", // comparison with a constant out of range
        "CS0665", // assignment where a comparison is expected
        "CS1717", // assignment to itself
        "CS1718", // comparison with itself
        "CS1998", // async without await
        "CS4014", // the call is not awaited
    ];

    /// <summary>The exception for a compilation that failed: its errors, each with what to do about it where that is known.</summary>
    public static CellCompilationException Failure(Compilation compilation, IEnumerable<Diagnostic> diagnostics, CellContext cell)
    {
        var errors = diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToList();
        var hints = new HashSet<string>();
        var lines = errors.Take(Shown).SelectMany(error => Describe(error, cell).Concat(Hint(error))).ToList();
        if (errors.Count > Shown) lines.Add($"and {errors.Count - Shown} more errors");
        return new(lines[0], lines);

        // One mistake may make many errors: its hint is given once.
        IEnumerable<string> Hint(Diagnostic error) => CompilerHints.For(error, compilation) is { } hint && hints.Add(hint) ? [$"    {hint}"] : [];
    }

    /// <summary>The warnings worth showing, as text that ends with a line feed; empty if there are none.</summary>
    public static string Warnings(IEnumerable<Diagnostic> diagnostics, CellContext cell) => string.Concat(diagnostics
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning && worthShowing.Contains(diagnostic.Id))
        .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
        .Take(Shown)
        .SelectMany(warning => Describe(warning, cell))
        .Select(line => line + "\n"));

    static IEnumerable<string> Describe(Diagnostic diagnostic, CellContext cell)
    {
        var severity = diagnostic.Severity.ToString().ToLowerInvariant();
        if (diagnostic.Location.SourceTree is not { } tree) return [$"{severity} {diagnostic.Id}: {diagnostic.GetMessage()}"];

        var mapped = diagnostic.Location.GetMappedLineSpan();
        var place = mapped.StartLinePosition;
        var head = $"{mapped.Path}, line {place.Line + 1}, column {place.Character + 1}: {severity} {diagnostic.Id}: {diagnostic.GetMessage()}";
        var source = SourceLine(mapped, diagnostic.Location, tree, cell);
        return source is null ? [head] : [head, "    " + source, "    " + Caret(source, place.Character)];
    }

    static string? SourceLine(FileLinePositionSpan mapped, Location location, SyntaxTree tree, CellContext cell)
    {
        if (mapped.Path != cell.Name) return tree.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString();
        var lines = cell.Source.Split('\n');
        return mapped.StartLinePosition.Line < lines.Length ? lines[mapped.StartLinePosition.Line].TrimEnd('\r') : null;
    }

    // Tabs stay tabs, so that the caret stands below the place however wide a tab is.
    static string Caret(string source, int column) =>
        string.Concat(source.Take(column).Select(c => c == '\t' ? '\t' : ' ')).PadRight(column) + "^";
}
