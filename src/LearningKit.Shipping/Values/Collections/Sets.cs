using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LearningKit.Shipping;

sealed class HashSetShape<T>(Type type) : ItemsShape<HashSet<T>, T>(type)
{
    protected override Type[] SettingTypes => [typeof(IEqualityComparer<T>)];

    protected override bool ComparesItems => true;

    protected override object?[] SettingsOf(HashSet<T> collection) => [Comparers.OrUsual(collection.Comparer)];

    protected override T[] ItemsOf(HashSet<T> collection) => [.. collection];

    protected override void Fill(HashSet<T> collection, T[] items, object?[] settings)
    {
        collection.EnsureCapacity(items.Length);
        foreach (var item in items)
            if (!collection.Add(item)) throw new ArgumentException("Two items are equal.");
    }
}

sealed class SortedSetShape<T>(Type type) : ItemsShape<SortedSet<T>, T>(type)
{
    protected override Type[] SettingTypes => [typeof(IComparer<T>)];

    protected override bool ComparesItems => true;

    protected override object?[] SettingsOf(SortedSet<T> collection) => [Comparers.OrUsual(collection.Comparer)];

    protected override T[] ItemsOf(SortedSet<T> collection) => [.. collection];

    protected override void Fill(SortedSet<T> collection, T[] items, object?[] settings) => collection.UnionWith(items);
}

sealed class ImmutableHashSetShape<T>(Type type) : ItemsShape<ImmutableHashSet<T>, T>(type)
{
    protected override Type[] SettingTypes => [typeof(IEqualityComparer<T>)];

    protected override bool ComparesItems => true;

    protected override object?[] SettingsOf(ImmutableHashSet<T> collection) => [Comparers.OrUsual(collection.KeyComparer)];

    protected override T[] ItemsOf(ImmutableHashSet<T> collection) => [.. collection];

    protected override void Construct(ImmutableHashSet<T> made, object?[] settings) => Fill(made, [], settings);

    protected override void Fill(ImmutableHashSet<T> collection, T[] items, object?[] settings) =>
        Become(collection, ImmutableHashSet.CreateRange((IEqualityComparer<T>?)settings[0], items));
}

sealed class ImmutableSortedSetShape<T>(Type type) : ItemsShape<ImmutableSortedSet<T>, T>(type)
{
    protected override Type[] SettingTypes => [typeof(IComparer<T>)];

    protected override bool ComparesItems => true;

    protected override object?[] SettingsOf(ImmutableSortedSet<T> collection) => [Comparers.OrUsual(collection.KeyComparer)];

    protected override T[] ItemsOf(ImmutableSortedSet<T> collection) => [.. collection];

    protected override void Construct(ImmutableSortedSet<T> made, object?[] settings) => Fill(made, [], settings);

    protected override void Fill(ImmutableSortedSet<T> collection, T[] items, object?[] settings) =>
        Become(collection, ImmutableSortedSet.CreateRange((IComparer<T>?)settings[0], items));
}

sealed class FrozenSetShape<T>(Type type) : ItemsShape<FrozenSet<T>, T>(type)
{
    protected override Type[] SettingTypes => [typeof(IEqualityComparer<T>)];

    protected override bool ComparesItems => true;

    protected override object?[] SettingsOf(FrozenSet<T> collection) => [Comparers.OrUsual(collection.Comparer)];

    protected override T[] ItemsOf(FrozenSet<T> collection) => [.. collection];

    protected override void Construct(FrozenSet<T> made, object?[] settings)
    {
    }

    protected override void Fill(FrozenSet<T> collection, T[] items, object?[] settings) =>
        BecomeSameType(collection, items.ToFrozenSet((IEqualityComparer<T>?)settings[0]));
}
