using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace LearningKit.Shipping;

sealed class DictionaryShape<TKey, TValue>(Type type) : PairsShape<Dictionary<TKey, TValue>, TKey, TValue>(type)
    where TKey : notnull
{
    protected override Type[] SettingTypes => [typeof(IEqualityComparer<TKey>)];

    protected override object?[] SettingsOf(Dictionary<TKey, TValue> collection) => [Comparers.OrUsual(collection.Comparer)];

    protected override KeyValuePair<TKey, TValue>[] ItemsOf(Dictionary<TKey, TValue> collection) => [.. collection];

    protected override void Fill(Dictionary<TKey, TValue> collection, KeyValuePair<TKey, TValue>[] items, object?[] settings)
    {
        collection.EnsureCapacity(items.Length);
        foreach (var (key, value) in items) collection.Add(key, value);
    }
}

sealed class OrderedDictionaryShape<TKey, TValue>(Type type) : PairsShape<OrderedDictionary<TKey, TValue>, TKey, TValue>(type)
    where TKey : notnull
{
    protected override Type[] SettingTypes => [typeof(IEqualityComparer<TKey>)];

    protected override object?[] SettingsOf(OrderedDictionary<TKey, TValue> collection) => [Comparers.OrUsual(collection.Comparer)];

    protected override KeyValuePair<TKey, TValue>[] ItemsOf(OrderedDictionary<TKey, TValue> collection) => [.. collection];

    protected override void Fill(OrderedDictionary<TKey, TValue> collection, KeyValuePair<TKey, TValue>[] items, object?[] settings)
    {
        foreach (var (key, value) in items) collection.Add(key, value);
    }
}

sealed class ConcurrentDictionaryShape<TKey, TValue>(Type type) : PairsShape<ConcurrentDictionary<TKey, TValue>, TKey, TValue>(type)
    where TKey : notnull
{
    protected override Type[] SettingTypes => [typeof(IEqualityComparer<TKey>)];

    protected override object?[] SettingsOf(ConcurrentDictionary<TKey, TValue> collection) => [Comparers.OrUsual(collection.Comparer)];

    protected override KeyValuePair<TKey, TValue>[] ItemsOf(ConcurrentDictionary<TKey, TValue> collection) => collection.ToArray();

    protected override void Construct(ConcurrentDictionary<TKey, TValue> made, object?[] settings) =>
        base.Construct(made, [settings[0] ?? EqualityComparer<TKey>.Default]);   // that constructor wants one

    protected override void Fill(ConcurrentDictionary<TKey, TValue> collection, KeyValuePair<TKey, TValue>[] items, object?[] settings)
    {
        foreach (var (key, value) in items)
            if (!collection.TryAdd(key, value)) throw new ArgumentException("Two keys are equal.");
    }
}

sealed class SortedDictionaryShape<TKey, TValue>(Type type) : PairsShape<SortedDictionary<TKey, TValue>, TKey, TValue>(type)
    where TKey : notnull
{
    protected override Type[] SettingTypes => [typeof(IComparer<TKey>)];

    protected override object?[] SettingsOf(SortedDictionary<TKey, TValue> collection) => [Comparers.OrUsual(collection.Comparer)];

    protected override KeyValuePair<TKey, TValue>[] ItemsOf(SortedDictionary<TKey, TValue> collection) => [.. collection];

    protected override void Fill(SortedDictionary<TKey, TValue> collection, KeyValuePair<TKey, TValue>[] items, object?[] settings)
    {
        foreach (var (key, value) in items) collection.Add(key, value);
    }
}

sealed class SortedListShape<TKey, TValue>(Type type) : PairsShape<SortedList<TKey, TValue>, TKey, TValue>(type)
    where TKey : notnull
{
    protected override Type[] SettingTypes => [typeof(IComparer<TKey>)];

    protected override object?[] SettingsOf(SortedList<TKey, TValue> collection) => [Comparers.OrUsual(collection.Comparer)];

    protected override KeyValuePair<TKey, TValue>[] ItemsOf(SortedList<TKey, TValue> collection) => [.. collection];

    protected override void Fill(SortedList<TKey, TValue> collection, KeyValuePair<TKey, TValue>[] items, object?[] settings)
    {
        foreach (var (key, value) in items) collection.Add(key, value);   // in order, so each is added at the end
    }
}

sealed class ImmutableDictionaryShape<TKey, TValue>(Type type) : PairsShape<ImmutableDictionary<TKey, TValue>, TKey, TValue>(type)
    where TKey : notnull
{
    protected override Type[] SettingTypes => [typeof(IEqualityComparer<TKey>), typeof(IEqualityComparer<TValue>)];

    protected override object?[] SettingsOf(ImmutableDictionary<TKey, TValue> collection) =>
        [Comparers.OrUsual(collection.KeyComparer), Comparers.OrUsual(collection.ValueComparer)];

    protected override KeyValuePair<TKey, TValue>[] ItemsOf(ImmutableDictionary<TKey, TValue> collection) => [.. collection];

    protected override void Construct(ImmutableDictionary<TKey, TValue> made, object?[] settings) => Fill(made, [], settings);

    protected override void Fill(ImmutableDictionary<TKey, TValue> collection, KeyValuePair<TKey, TValue>[] items, object?[] settings) =>
        Become(collection, ImmutableDictionary.CreateRange((IEqualityComparer<TKey>?)settings[0], (IEqualityComparer<TValue>?)settings[1], items));
}

sealed class ImmutableSortedDictionaryShape<TKey, TValue>(Type type) : PairsShape<ImmutableSortedDictionary<TKey, TValue>, TKey, TValue>(type)
    where TKey : notnull
{
    protected override Type[] SettingTypes => [typeof(IComparer<TKey>), typeof(IEqualityComparer<TValue>)];

    protected override object?[] SettingsOf(ImmutableSortedDictionary<TKey, TValue> collection) =>
        [Comparers.OrUsual(collection.KeyComparer), Comparers.OrUsual(collection.ValueComparer)];

    protected override KeyValuePair<TKey, TValue>[] ItemsOf(ImmutableSortedDictionary<TKey, TValue> collection) => [.. collection];

    protected override void Construct(ImmutableSortedDictionary<TKey, TValue> made, object?[] settings) => Fill(made, [], settings);

    protected override void Fill(ImmutableSortedDictionary<TKey, TValue> collection, KeyValuePair<TKey, TValue>[] items, object?[] settings) =>
        Become(collection, ImmutableSortedDictionary.CreateRange((IComparer<TKey>?)settings[0], (IEqualityComparer<TValue>?)settings[1], items));
}

sealed class FrozenDictionaryShape<TKey, TValue>(Type type) : PairsShape<FrozenDictionary<TKey, TValue>, TKey, TValue>(type)
    where TKey : notnull
{
    protected override Type[] SettingTypes => [typeof(IEqualityComparer<TKey>)];

    protected override object?[] SettingsOf(FrozenDictionary<TKey, TValue> collection) => [Comparers.OrUsual(collection.Comparer)];

    protected override KeyValuePair<TKey, TValue>[] ItemsOf(FrozenDictionary<TKey, TValue> collection) => [.. collection];

    protected override void Construct(FrozenDictionary<TKey, TValue> made, object?[] settings)
    {
    }

    protected override void Fill(FrozenDictionary<TKey, TValue> collection, KeyValuePair<TKey, TValue>[] items, object?[] settings) =>
        BecomeSameType(collection, items.ToFrozenDictionary((IEqualityComparer<TKey>?)settings[0]));
}

sealed class HashtableShape(Type type) : ItemsShape<Hashtable, DictionaryEntry>(type)
{
    static readonly FieldInfo? comparer = typeof(Hashtable).GetField("_keycomparer", BindingFlags.Instance | BindingFlags.NonPublic);

    protected override Type[] SettingTypes => [typeof(IEqualityComparer)];

    protected override bool ComparesItems => true;

    protected override object?[] SettingsOf(Hashtable collection) => [comparer?.GetValue(collection)];

    protected override object? StepTo(DictionaryEntry item) => item.Key;

    protected override DictionaryEntry[] ItemsOf(Hashtable collection) => [.. collection.Cast<DictionaryEntry>()];

    protected override void Fill(Hashtable collection, DictionaryEntry[] items, object?[] settings)
    {
        foreach (var (key, value) in items) collection.Add(key, value);
    }
}
