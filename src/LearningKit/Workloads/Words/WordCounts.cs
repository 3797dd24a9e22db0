using System.Runtime.InteropServices;
using System.Text;

namespace LearningKit.Workloads;

/// <summary>How often each word of a text occurs.</summary>
/// <remarks>Immutable and thread-safe. Words become strings when first asked for, since most of them never are.</remarks>
public sealed class WordCounts : IEquatable<WordCounts>
{
    readonly Lazy<Dictionary<string, long>> words;

    internal WordCounts(PartialWordCounts packed)
    {
        Total = packed.Counts.Sum();
        words = new(() => Unpack(packed));
    }

    internal WordCounts(Dictionary<string, long> words)
    {
        Total = words.Values.Sum();
        this.words = new(words);
    }

    /// <summary>How many words the text has.</summary>
    public long Total { get; }

    /// <summary>How many different words the text has.</summary>
    public int Distinct => words.Value.Count;

    /// <summary>How often <paramref name="word"/> occurs; 0 when it does not.</summary>
    public long this[string word] => words.Value.GetValueOrDefault(word);

    /// <summary>Every word with its count, in no particular order.</summary>
    public IReadOnlyDictionary<string, long> Words => words.Value;

    /// <summary>The most frequent words; those that are equally frequent in the order of their code units.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Top(int count) =>
        [.. words.Value.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(count)];

    /// <summary>True when both have the same words, each equally often.</summary>
    public bool Equals(WordCounts? other) =>
        other is not null && Total == other.Total && Distinct == other.Distinct && words.Value.All(word => other[word.Key] == word.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WordCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => Total.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Total:N0} words, {Distinct:N0} different: {string.Join(", ", Top(5).Select(word => $"{word.Key} {word.Value:N0}"))}";

    static Dictionary<string, long> Unpack(PartialWordCounts packed)
    {
        var words = new Dictionary<string, long>(packed.Lengths.Length);
        var start = 0;
        for (var i = 0; i < packed.Lengths.Length; i++)
        {
            var word = Encoding.UTF8.GetString(packed.Utf8, start, packed.Lengths[i]);
            CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _) += packed.Counts[i];
            start += packed.Lengths[i];
        }
        return words;
    }
}
