using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace LearningKit.Shipping;

sealed class QueueShape<T>(Type type) : ItemsShape<Queue<T>, T>(type)
{
    protected override T[] ItemsOf(Queue<T> collection) => collection.ToArray();

    protected override void Fill(Queue<T> collection, T[] items, object?[] settings)
    {
        collection.EnsureCapacity(items.Length);
        foreach (var item in items) collection.Enqueue(item);
    }
}

sealed class StackShape<T>(Type type) : ItemsShape<Stack<T>, T>(type)
{
    protected override T[] ItemsOf(Stack<T> collection) => [.. collection.Reverse()];

    protected override void Fill(Stack<T> collection, T[] items, object?[] settings)
    {
        collection.EnsureCapacity(items.Length);
        foreach (var item in items) collection.Push(item);
    }
}

sealed class LinkedListShape<T>(Type type) : ItemsShape<LinkedList<T>, T>(type)
{
    protected override T[] ItemsOf(LinkedList<T> collection) => [.. collection];

    protected override void Fill(LinkedList<T> collection, T[] items, object?[] settings)
    {
        foreach (var item in items) collection.AddLast(item);
    }
}

sealed class PriorityQueueShape<TElement, TPriority>(Type type)
    : ItemsShape<PriorityQueue<TElement, TPriority>, (TElement Element, TPriority Priority)>(type)
{
    protected override Type[] SettingTypes => [typeof(IComparer<TPriority>)];

    protected override bool ComparesItems => true;

    protected override bool CanCompareAtOnce => IsSimple(typeof(TPriority));

    protected override object?[] SettingsOf(PriorityQueue<TElement, TPriority> collection) => [Comparers.OrUsual(collection.Comparer)];

    // The order of the heap: filled in this order, nothing moves.
    protected override (TElement, TPriority)[] ItemsOf(PriorityQueue<TElement, TPriority> collection) => [.. collection.UnorderedItems];

    protected override void Fill(PriorityQueue<TElement, TPriority> collection, (TElement, TPriority)[] items, object?[] settings) =>
        collection.EnqueueRange(items);
}

sealed class ConcurrentQueueShape<T>(Type type) : ItemsShape<ConcurrentQueue<T>, T>(type)
{
    protected override T[] ItemsOf(ConcurrentQueue<T> collection) => collection.ToArray();

    protected override void Fill(ConcurrentQueue<T> collection, T[] items, object?[] settings)
    {
        foreach (var item in items) collection.Enqueue(item);
    }
}

sealed class ConcurrentStackShape<T>(Type type) : ItemsShape<ConcurrentStack<T>, T>(type)
{
    protected override T[] ItemsOf(ConcurrentStack<T> collection)
    {
        var items = collection.ToArray();
        Array.Reverse(items);
        return items;
    }

    protected override void Fill(ConcurrentStack<T> collection, T[] items, object?[] settings)
    {
        if (items.Length > 0) collection.PushRange(items);
    }
}

sealed class ConcurrentBagShape<T>(Type type) : ItemsShape<ConcurrentBag<T>, T>(type)
{
    protected override T[] ItemsOf(ConcurrentBag<T> collection) => collection.ToArray();

    protected override void Fill(ConcurrentBag<T> collection, T[] items, object?[] settings)
    {
        for (var i = items.Length - 1; i >= 0; i--) collection.Add(items[i]);   // a thread takes first what it added last
    }
}

sealed class ImmutableListShape<T>(Type type) : ItemsShape<ImmutableList<T>, T>(type)
{
    protected override T[] ItemsOf(ImmutableList<T> collection) => [.. collection];

    protected override void Construct(ImmutableList<T> made, object?[] settings)
    {
    }

    protected override void Fill(ImmutableList<T> collection, T[] items, object?[] settings) => Become(collection, [.. items]);
}

sealed class ImmutableQueueShape<T>(Type type) : ItemsShape<ImmutableQueue<T>, T>(type)
{
    protected override T[] ItemsOf(ImmutableQueue<T> collection) => [.. collection];

    protected override void Construct(ImmutableQueue<T> made, object?[] settings)
    {
    }

    protected override void Fill(ImmutableQueue<T> collection, T[] items, object?[] settings) => Become(collection, [.. items]);
}

sealed class ImmutableStackShape<T>(Type type) : ItemsShape<ImmutableStack<T>, T>(type)
{
    protected override T[] ItemsOf(ImmutableStack<T> collection) => [.. collection.Reverse()];

    protected override void Construct(ImmutableStack<T> made, object?[] settings)
    {
    }

    protected override void Fill(ImmutableStack<T> collection, T[] items, object?[] settings) => Become(collection, [.. items]);
}
