namespace LearningKit.Shipping;

/// <summary>Collections of keys and values.</summary>
abstract class PairsShape<TCollection, TKey, TValue>(Type type) : ItemsShape<TCollection, KeyValuePair<TKey, TValue>>(type)
    where TCollection : class
{
    protected override bool ComparesItems => true;

    protected override bool CanCompareAtOnce => IsSimple(typeof(TKey));

    protected override object? StepTo(KeyValuePair<TKey, TValue> item) => item.Key;
}
