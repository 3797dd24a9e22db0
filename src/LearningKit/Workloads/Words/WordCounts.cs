using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace LearningKit.Workloads;

/// <summary>How often each word of a text occurs.</summary>
/// <remarks>Immutable and thread-safe. Words become strings when they are asked for, since most of them never are.</remarks>
public sealed class WordCounts : IEquatable<WordCounts>
{
    readonly PartialWordCounts packed;
    readonly Lazy<Dictionary<string, long>> words;

    internal WordCounts(PartialWordCounts packed)
    {
        this.packed = AreUtf8(packed) ? packed : Pack(Unpack(packed));
        words = new(() => Unpack(this.packed));
        Total = this.packed.Counts.Sum();
    }

    internal WordCounts(Dictionary<string, long> words)
        : this(Pack(words))
    {
    }

    /// <summary>How many words the text has.</summary>
    public long Total { get; }

    /// <summary>How many different words the text has.</summary>
    public int Distinct => packed.Lengths.Length;

    /// <summary>How often <paramref name="word"/> occurs; 0 when it does not.</summary>
    public long this[string word] => words.Value.GetValueOrDefault(word);

    /// <summary>Every word with its count, in no particular order.</summary>
    public IReadOnlyDictionary<string, long> Words => words.Value;

    /// <summary>The most frequent words; those that are equally frequent in the order of their code units.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Top(int count)
    {
        if (count <= 0 || Distinct == 0) return [];
        var ordered = (long[])packed.Counts.Clone();
        Array.Sort(ordered);
        var least = ordered[^Math.Min(count, ordered.Length)];
        return
        [
            .. Unpacked(packed, least)
                .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
                .Take(count),
        ];
    }

    /// <summary>True when both have the same words, each equally often.</summary>
    public bool Equals(WordCounts? other) =>
        other is not null && Total == other.Total && Distinct == other.Distinct && words.Value.All(word => other[word.Key] == word.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WordCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Total, Distinct);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Total:N0} words, {Distinct:N0} different: {string.Join(", ", Top(5).Select(word => $"{word.Key} {word.Value:N0}"))}";

    /// <summary>True when each word is right UTF-8: the whole is, and no word begins in the middle of a character.</summary>
    static bool AreUtf8(PartialWordCounts packed)
    {
        if (!Utf8.IsValid(packed.Utf8)) return false;
        var start = 0;
        foreach (var length in packed.Lengths)
        {
            if ((packed.Utf8[start] & 0xC0) == 0x80) return false;
            start += length;
        }
        return true;
    }

    static Dictionary<string, long> Unpack(PartialWordCounts packed)
    {
        var words = new Dictionary<string, long>(packed.Lengths.Length);
        foreach (var (word, count) in Unpacked(packed, least: 0)) CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _) += count;
        return words;
    }

    static IEnumerable<KeyValuePair<string, long>> Unpacked(PartialWordCounts packed, long least)
    {
        var start = 0;
        for (var i = 0; i < packed.Lengths.Length; i++)
        {
            if (packed.Counts[i] >= least) yield return new(Encoding.UTF8.GetString(packed.Utf8, start, packed.Lengths[i]), packed.Counts[i]);
            start += packed.Lengths[i];
        }
    }

    static PartialWordCounts Pack(Dictionary<string, long> words)
    {
        byte[][] utf8 = [.. words.Keys.Select(Encoding.UTF8.GetBytes)];
        return new([.. utf8.SelectMany(word => word), .. new byte[PartialWordCounts.Padding]], [.. utf8.Select(word => word.Length)], [.. words.Values]);
    }
}
