using System.Text;
using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>Counts words as one would write it down: lines, words, groups. <see cref="FastWordCounter"/> gives the same answer.</summary>
public static class ReadableWordCounter
{
    static readonly char[] separators = [.. Enumerable.Range(0, WordCount.LastSeparator + 1).Select(code => (char)code)];

    /// <summary>The words of one part, in reading order.</summary>
    public static IEnumerable<string> Words(TextPart part) => part.Ranges
        .SelectMany(Lines)
        .SelectMany(line => line.Split(separators, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Counts the words of one part.</summary>
    public static Dictionary<string, long> Count(TextPart part) => Words(part)
        .GroupBy(word => word)
        .ToDictionary(group => group.Key, group => group.LongCount());

    /// <summary>Adds up the counts of several parts.</summary>
    public static WordCounts Merge(IEnumerable<Dictionary<string, long>> partials)
    {
        var sum = new Dictionary<string, long>();
        foreach (var (word, count) in partials.SelectMany(partial => partial))
            sum[word] = sum.GetValueOrDefault(word) + count;
        return new(sum);
    }

    static IEnumerable<string> Lines(FileRange range)
    {
        using var reader = new StreamReader(
            new FileRangeStream(range), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
