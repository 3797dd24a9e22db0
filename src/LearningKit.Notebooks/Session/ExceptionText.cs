using System.Diagnostics;
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
        "Internal.Runtime", "LearningKit.Notebooks", "LearningKit.Processes", "LearningKit.Shipping", "Microsoft.CodeAnalysis",
        "System.Runtime", "System.Threading.ExecutionContext",
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
        var trace = new StackTrace(exception, fNeedFileInfo: true);
        var elsewhere = FramesElsewhere(exception, trace, sources).ToList();
        if (elsewhere.Count > 0) elsewhere.Add("  in a worker process, called by");
        foreach (var line in elsewhere.Concat(trace.GetFrames().Select(frame => Describe(frame, sources))))
        {
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

    /// <summary>
    /// Lines of cells in the stack of another process: an exception that came from there has it as text, before that of this process.
    /// </summary>
    static IEnumerable<string> FramesElsewhere(Exception exception, StackTrace here, Func<string, string?> sources)
    {
        var (all, ofHere) = (exception.StackTrace ?? "", here.ToString().TrimEnd());
        if (!all.TrimEnd().EndsWith(ofHere, StringComparison.Ordinal)) yield break;
        foreach (var line in all.TrimEnd()[..^ofHere.Length].Split('\n'))
        {
            if (TextFrame().Match(line) is not { Success: true, Groups: var frame } || sources(frame["file"].Value) is not { } source) continue;
            yield return LineOfCell(
                frame["file"].Value, int.Parse(frame["line"].Value), source, MethodName(frame["method"].Value, frame["type"].Value));
        }
    }

    static string? Describe(StackFrame frame, Func<string, string?> sources)
    {
        if (frame.GetMethod() is not { } method) return null;
        if (frame.GetFileName() is { } file && sources(file) is { } source)
            return LineOfCell(file, frame.GetFileLineNumber(), source, MethodName(method.Name, method.DeclaringType?.Name ?? ""));
        var type = method.DeclaringType?.FullName ?? "";
        return plumbing.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal)) || IsCell(type.Split('+')[0])
            ? null
            : $"   in {TypeName(Owner(method.DeclaringType))}.{MethodName(method.Name, method.DeclaringType?.Name ?? "") ?? method.Name}";
    }

    static string LineOfCell(string cell, int number, string source, string? method)
    {
        var where = method is null ? "" : $" in {method}";
        return $"   {cell}, line {number}{where}: {source.Split('\n').ElementAtOrDefault(number - 1)?.Trim()}";
    }

    // The compiler calls the type that holds a cell's code Script or, behind other cells, Submission#1.
    static bool IsCell(string type) => type == "Script" || type.StartsWith("Submission#", StringComparison.Ordinal);

    // The compiler hides methods in types and names such as <Name>d__3.MoveNext, <>c.<Name>b__0 and <Name>g__Local|1_0.
    static string? MethodName(string method, string type)
    {
        if (LocalFunction().Match(method) is { Success: true } local) return local.Groups[1].Value;
        var lambda = method.Contains(">b__", StringComparison.Ordinal);
        var hidden = method == "MoveNext" ? type : method;
        var name = hidden.StartsWith('<') ? hidden.TrimStart('<').Split('>')[0] : hidden;
        var topLevel = name is "Initialize" or "Factory" or "" || (method is ".ctor" or ".cctor" && IsCell(type));
        if (topLevel) return lambda ? "a lambda" : null;
        return lambda ? $"a lambda of {name}" : name;
    }

    static Type? Owner(Type? type) => type is { DeclaringType: { } outer } && type.Name.StartsWith('<') ? Owner(outer) : type;

    static string TypeName(Type? type) => type is null ? "?" : type.Name.Split('`')[0];

    [GeneratedRegex(@"g__([^|]+)\|")]
    private static partial Regex LocalFunction();

    // "   at Script.Type.Method[T](T x) in Cell[3]:line 2", as StackTrace writes it.
    [GeneratedRegex(@"^\s*at (?:(?<type>[^.(]+)\.)*(?<method>\.?[^.(\[]+)(?:\[[^\]]*\])?\(.*\) in (?<file>.+):line (?<line>\d+)\s*$")]
    private static partial Regex TextFrame();
}
