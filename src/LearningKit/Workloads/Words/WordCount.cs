namespace LearningKit.Workloads;

/// <summary>
/// Counts how often each word occurs in a text.
/// <para>
/// A word is a longest run of characters above U+0020 (space). Spaces, tabs, line ends and other control characters
/// separate words; letters, digits, punctuation and everything beyond ASCII belong to them. Case matters. The text is
/// UTF-8; bytes that are not become U+FFFD, and words that are then alike are one word. On plain ASCII text the total
/// is what <c>wc -w</c> prints.
/// </para>
/// </summary>
/// <param name="Path">A file, or a folder whose .txt, .md and .xml files are read; null for <see cref="SdkText"/>.</param>
/// <param name="Bytes">How much of the text is read; a shorter text is read again from its beginning. Null: all of it, once.</param>
/// <example>
/// <code>
/// WordCounts counts = await new ThreadEngine().RunAsync(new WordCount());
/// display(counts.Top(10));
/// </code>
/// </example>
public sealed record WordCount(string? Path = null, long? Bytes = null) : IWorkload<TextPart, PartialWordCounts, WordCounts>
{
    /// <summary>The largest byte that separates words: the space.</summary>
    internal const byte LastSeparator = (byte)' ';

    /// <inheritdoc/>
    /// <exception cref="FileNotFoundException">There is no such file or folder, or it holds no text.</exception>
    public WordCounts Solve() => Gather(Divide(1).Select(Execute));

    /// <inheritdoc/>
    /// <remarks>The parts hold about the same number of bytes each. No word is cut.</remarks>
    /// <exception cref="FileNotFoundException">There is no such file or folder, or it holds no text.</exception>
    public IReadOnlyList<TextPart> Divide(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var files = TextFiles.Open(Path ?? SdkText.Folder);
        return TextFiles.Divide(Bytes is { } bytes ? TextFiles.Take(files, bytes) : files, parts);
    }

    /// <inheritdoc/>
    public PartialWordCounts Execute(TextPart part) => FastWordCounter.Count(part);

    /// <inheritdoc/>
    public WordCounts Gather(IEnumerable<PartialWordCounts> partials) => FastWordCounter.Merge(partials);
}
