using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using LearningKit.Engines;

namespace LearningKit.Notebooks;

/// <summary>
/// Exceptions as a learner reads them: what happened, then where, cell and line first of all, without the frames of
/// Roslyn, of this session and of async plumbing.
/// </summary>
static partial class ExceptionText
{
    const int MaximalFrames = 20;
    const int MaximalInner = 5;

    static readonly string[] plumbing =
    [
        "Internal.Runtime", "LearningKit.Notebooks", "Microsoft.CodeAnalysis", "System.Runtime", "System.Threading.ExecutionContext",
        "System.Threading.Tasks", "System.Threading.Thread", "System.Threading.ThreadPoolWorkQueue", "System.Environment",
        "System.Reflection", "System.RuntimeMethodHandle",
    ];

    /// <summary>The exception as an output of the cell.</summary>
    /// <param name="exception">What the cell threw.</param>
    /// <param name="sources">The texts of executed cells by name, for the source lines.</param>
    public static ErrorOutput Describe(Exception exception, Func<string, string?> sources) =>
        new(TypeName(exception.GetType()), exception.Message, [.. Lines(exception, sources, "")]);

    static IEnumerable<string> Lines(Exception exception, Func<string, string?> sources, string indent)
    {
        yield return $"{indent}{TypeName(exception.GetType())}: {exception.Message.ReplaceLineEndings("\n" + indent)}";
        foreach (var frame in Frames(exception, sources)) yield return indent + frame;

        var inner = Inner(exception);
        foreach (var cause in inner.Take(MaximalInner))
        {
            yield return indent + "  caused by";
            foreach (var line in Lines(cause, sources, indent + "  ")) yield return line;
        }
        if (inner.Length > MaximalInner) yield return $"{indent}  and {inner.Length - MaximalInner} more";
    }

    static Exception[] Inner(Exception exception) => exception switch
    {
        AggregateException aggregate => [.. aggregate.Flatten().InnerExceptions],
        PartFailedException parts => [.. parts.Failures.Select(failure => failure.Exception)],
        { InnerException: { } single } => [single],
        _ => [],
    };

    static IEnumerable<string> Frames(Exception exception, Func<string, string?> sources)
    {
        string? previous = null;
        var shown = 0;
        var lineIsKnown = false;
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            var line = Describe(frame, sources);
            if (line is null || line == previous) continue;
            if (++shown > MaximalFrames)
            {
                yield return "   and more calls";
                yield break;
            }
            lineIsKnown |= IsLineOfCell(line);
            yield return previous = line;
        }
        // The JIT gives all failing index checks of a method one place, which belongs to no line.
        if (exception is IndexOutOfRangeException && !lineIsKnown)
            yield return "   At the top of the cell. (Optimised code does not tell the line of an index that is out of range.)";

        bool IsLineOfCell(string line) => sources(line.Trim().Split(',')[0]) is not null;
    }

    static string? Describe(StackFrame frame, Func<string, string?> sources)
    {
        if (frame.GetMethod() is not { } method) return null;
        var file = frame.GetFileName();
        if (file is not null && sources(file) is { } source)
        {
            var number = frame.GetFileLineNumber();
            var text = source.Split('\n').ElementAtOrDefault(number - 1)?.Trim();
            var where = MethodName(method) is { } name ? $" in {name}" : "";
            return $"   {file}, line {number}{where}: {text}";
        }
        var type = method.DeclaringType?.FullName ?? "";
        return plumbing.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal)) || IsCell(type.Split('+')[0])
            ? null
            : $"   in {TypeName(Owner(method.DeclaringType))}.{MethodName(method) ?? method.Name}";
    }

    // The compiler calls the type that holds a cell's code Script or, behind other cells, Submission#1.
    static bool IsCell(string type) => type == "Script" || type.StartsWith("Submission#", StringComparison.Ordinal);

    // The compiler hides methods in types and names such as <Name>d__3.MoveNext, <>c.<Name>b__0 and <Name>g__Local|1_0.
    static string? MethodName(MethodBase method)
    {
        if (LocalFunction().Match(method.Name) is { Success: true } local) return local.Groups[1].Value;
        var lambda = method.Name.Contains(">b__", StringComparison.Ordinal);
        var hidden = method.Name == "MoveNext" ? method.DeclaringType?.Name ?? "" : method.Name;
        var name = hidden.StartsWith('<') ? hidden.TrimStart('<').Split('>')[0] : hidden;
        var topLevel = name is "Initialize" or "Factory" or "" || (method.IsConstructor && IsCell(method.DeclaringType?.Name ?? ""));
        if (topLevel) return lambda ? "a lambda" : null;
        return lambda ? $"a lambda of {name}" : name;
    }

    static Type? Owner(Type? type) => type is { DeclaringType: { } outer } && type.Name.StartsWith('<') ? Owner(outer) : type;

    static string TypeName(Type? type) => type is null ? "?" : type.Name.Split('`')[0];

    [GeneratedRegex(@"g__([^|]+)\|")]
    private static partial Regex LocalFunction();
}
