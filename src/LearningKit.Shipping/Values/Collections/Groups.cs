using System.Reflection;

namespace LearningKit.Shipping;

/// <summary>What <see cref="Enumerable.ToLookup{TSource, TKey}(IEnumerable{TSource}, Func{TSource, TKey})"/> makes.</summary>
sealed class LookupShape<TKey, TElement>(Type type) : ItemsShape<Lookup<TKey, TElement>, KeyValuePair<TKey, TElement[]>>(type)
{
    static readonly FieldInfo? comparer = typeof(Lookup<TKey, TElement>).GetField("_comparer", BindingFlags.Instance | BindingFlags.NonPublic);

    protected override Type[] SettingTypes => [typeof(IEqualityComparer<TKey>)];

    protected override bool ComparesItems => true;

    protected override bool CanCompareAtOnce => false;   // the elements are in arrays that are filled later

    protected override object? StepTo(KeyValuePair<TKey, TElement[]> item) => item.Key;

    protected override object?[] SettingsOf(Lookup<TKey, TElement> collection) => [Comparers.OrUsual((IEqualityComparer<TKey>?)comparer?.GetValue(collection))];

    protected override KeyValuePair<TKey, TElement[]>[] ItemsOf(Lookup<TKey, TElement> collection) =>
        [.. collection.Select(group => KeyValuePair.Create(group.Key, group.ToArray()))];

    protected override void Construct(Lookup<TKey, TElement> made, object?[] settings)
    {
    }

    protected override void Fill(Lookup<TKey, TElement> collection, KeyValuePair<TKey, TElement[]>[] items, object?[] settings) => BecomeSameType(
        collection,
        (Lookup<TKey, TElement>)items.SelectMany(group => group.Value, (group, element) => (group.Key, element))
            .ToLookup(pair => pair.Key, pair => pair.element, (IEqualityComparer<TKey>?)settings[0]));
}

/// <summary>A group of what <see cref="Enumerable.GroupBy{TSource, TKey}(IEnumerable{TSource}, Func{TSource, TKey})"/> yields.</summary>
sealed class GroupShape<TKey, TElement>(Type type) : ItemsShape<IGrouping<TKey, TElement>, TElement>(type)
{
    protected override Type[] SettingTypes => [typeof(TKey)];

    protected override object?[] SettingsOf(IGrouping<TKey, TElement> collection) => [collection.Key];

    protected override bool ComparesItems => true;

    protected override bool CanCompareAtOnce => IsSimple(typeof(TKey));   // a struct in a box may not be filled yet

    protected override TElement[] ItemsOf(IGrouping<TKey, TElement> collection) => [.. collection];

    protected override void Construct(IGrouping<TKey, TElement> made, object?[] settings)
    {
    }

    protected override void Fill(IGrouping<TKey, TElement> collection, TElement[] items, object?[] settings)
    {
        var group = items.GroupBy(_ => (TKey)settings[0]!, EqualityComparer<TKey>.Create((_, _) => true, _ => 0)).Single();
        BecomeSameType(collection, group);
    }
}
