using System.Collections;
using System.Runtime.CompilerServices;
using LearningKit.Workloads;

namespace LearningKit.Tables;

/// <summary>A column of plain values.</summary>
/// <typeparam name="T"><see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or <see cref="DateTime"/>.</typeparam>
/// <example>
/// <code>
/// Column&lt;double&gt; temperature = table.Numbers("temperature");
/// double? first = temperature[0];                       // null where it is missing
/// ReadOnlySpan&lt;double&gt; all = temperature.Values.Span;    // for loops that must be fast
/// </code>
/// </example>
public sealed class Column<T> : Column, IReadOnlyList<T?>
    where T : unmanaged
{
    internal Column(string name, ReadOnlyMemory<T> values, ReadOnlyMemory<bool> missing = default) : base(name, missing) =>
        (Values, Type) = (values, ColumnTypes.Of<T>());

    /// <inheritdoc/>
    public override ColumnType Type { get; }

    /// <inheritdoc cref="Column.Count"/>
    public override int Count => Values.Length;

    /// <summary>The values, one a row; where a row is missing, the default value stands in its place.</summary>
    public ReadOnlyMemory<T> Values { get; }

    /// <summary>The value of a row; null where it is missing.</summary>
    public T? this[int row]
    {
        get
        {
            if ((uint)row >= (uint)Count) ThrowNoRow(row, Count);
            return IsMissing(row) ? null : Values.Span[row];
        }
    }

    /// <inheritdoc/>
    public override object? ValueAt(int row) => this[row];

    /// <inheritdoc/>
    public override Column<T> Rename(string name) => new(name, Values, Missing);

    /// <inheritdoc/>
    public override Column<T> Slice(int start, int count) =>
        new(Name, Values.Slice(start, count), Missing.IsEmpty ? Missing : Missing.Slice(start, count));

    /// <inheritdoc/>
    public IEnumerator<T?> GetEnumerator()
    {
        for (var row = 0; row < Count; row++) yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static Column<T> From(string name, IEnumerable<T> values) => new(name, values.ToArray());

    internal static Column<T> From(string name, IEnumerable<T?> values)
    {
        var builder = new ValueBuilder<T>(name);
        foreach (var value in values)
        {
            if (value is { } known) builder.Add(known);
            else builder.AddMissing();
        }
        return builder.Build();
    }

    internal override Column<T> Take(ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        var missing = !Missing.IsEmpty || rows.Contains(-1) ? new bool[rows.Length] : [];
        var values = Values.Span;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0) taken[i] = values[rows[i]];
            if (missing.Length > 0) missing[i] = rows[i] < 0 || IsMissing(rows[i]);
        }
        return new(Name, taken, missing);
    }

    internal override Column<T> Append(IReadOnlyList<Column> columns, int count)
    {
        var values = new T[count];
        var end = 0;
        foreach (var column in columns.Cast<Column<T>>())
        {
            column.Values.Span.CopyTo(values.AsSpan(end));
            end += column.Count;
        }
        return new(Name, values, AppendMissing(columns, count));
    }

    internal override Comparison<int> Order(bool descending)
    {
        var comparer = Comparer<T>.Default;
        return (a, b) =>
        {
            var (aMissing, bMissing) = (IsMissing(a), IsMissing(b));
            if (aMissing || bMissing) return aMissing.CompareTo(bMissing);
            var values = Values.Span;
            return descending ? comparer.Compare(values[b], values[a]) : comparer.Compare(values[a], values[b]);
        };
    }

    internal override int[] Codes(out int count)
    {
        var values = Values.Span;
        var (codes, known) = (new int[Count], new Dictionary<ulong, int>());
        var ofMissing = -1;
        count = 0;
        for (var row = 0; row < codes.Length; row++)
        {
            if (IsMissing(row)) codes[row] = ofMissing >= 0 ? ofMissing : ofMissing = count++;
            else if (known.TryGetValue(Bits(values[row]), out var code)) codes[row] = code;
            else known[Bits(values[row])] = codes[row] = count++;
        }
        return codes;
    }

    internal override void MixHashes(Span<ulong> hashes)
    {
        var values = Values.Span;
        for (var row = 0; row < values.Length; row++)
            hashes[row] = SplitMix64.Mix(hashes[row] ^ (IsMissing(row) ? TextColumn.HashOfMissing : SplitMix64.At(0, Bits(values[row]))));
    }

    internal override bool HasValuesOf(Column other)
    {
        if (other is not Column<T> same || same.Count != Count) return false;
        var mine = Values.Span;
        var others = same.Values.Span;
        var equality = EqualityComparer<T>.Default;
        for (var row = 0; row < mine.Length; row++)
            if (IsMissing(row) != same.IsMissing(row) || !IsMissing(row) && !equality.Equals(mine[row], others[row])) return false;
        return true;
    }

    /// <summary>The value as bits that are the same for equal values: there are two zeros and many not-a-numbers.</summary>
    static ulong Bits(T value)
    {
        if (typeof(T) == typeof(long)) return (ulong)Unsafe.BitCast<T, long>(value);
        if (typeof(T) == typeof(bool)) return Unsafe.BitCast<T, bool>(value) ? 1UL : 0;
        if (typeof(T) == typeof(DateTime)) return (ulong)Unsafe.BitCast<T, DateTime>(value).Ticks;
        var number = Unsafe.BitCast<T, double>(value);
        return BitConverter.DoubleToUInt64Bits(number == 0 ? 0.0 : double.IsNaN(number) ? double.NaN : number);
    }
}
