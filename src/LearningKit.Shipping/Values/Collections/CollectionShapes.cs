using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LearningKit.Shipping;

/// <summary>The collections that travel by what they hold.</summary>
static class CollectionShapes
{
    static readonly Dictionary<Type, Type> shapes = new()
    {
        [typeof(Dictionary<,>)] = typeof(DictionaryShape<,>),
        [typeof(OrderedDictionary<,>)] = typeof(OrderedDictionaryShape<,>),
        [typeof(SortedDictionary<,>)] = typeof(SortedDictionaryShape<,>),
        [typeof(SortedList<,>)] = typeof(SortedListShape<,>),
        [typeof(ConcurrentDictionary<,>)] = typeof(ConcurrentDictionaryShape<,>),
        [typeof(ImmutableDictionary<,>)] = typeof(ImmutableDictionaryShape<,>),
        [typeof(ImmutableSortedDictionary<,>)] = typeof(ImmutableSortedDictionaryShape<,>),
        [typeof(FrozenDictionary<,>)] = typeof(FrozenDictionaryShape<,>),
        [typeof(HashSet<>)] = typeof(HashSetShape<>),
        [typeof(SortedSet<>)] = typeof(SortedSetShape<>),
        [typeof(ImmutableHashSet<>)] = typeof(ImmutableHashSetShape<>),
        [typeof(ImmutableSortedSet<>)] = typeof(ImmutableSortedSetShape<>),
        [typeof(FrozenSet<>)] = typeof(FrozenSetShape<>),
        [typeof(Queue<>)] = typeof(QueueShape<>),
        [typeof(Stack<>)] = typeof(StackShape<>),
        [typeof(LinkedList<>)] = typeof(LinkedListShape<>),
        [typeof(PriorityQueue<,>)] = typeof(PriorityQueueShape<,>),
        [typeof(ConcurrentQueue<>)] = typeof(ConcurrentQueueShape<>),
        [typeof(ConcurrentStack<>)] = typeof(ConcurrentStackShape<>),
        [typeof(ConcurrentBag<>)] = typeof(ConcurrentBagShape<>),
        [typeof(ImmutableList<>)] = typeof(ImmutableListShape<>),
        [typeof(ImmutableQueue<>)] = typeof(ImmutableQueueShape<>),
        [typeof(ImmutableStack<>)] = typeof(ImmutableStackShape<>),
        [typeof(Lookup<,>)] = typeof(LookupShape<,>),
    };

    /// <summary>The shape of a collection or a type that is derived from one; null for all else.</summary>
    public static Shape? Of(Type type)
    {
        if (type.FullName?.StartsWith("System.Linq.Grouping`2", StringComparison.Ordinal) == true) return Make(typeof(GroupShape<,>), type, type);
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at == typeof(Hashtable)) return new HashtableShape(type);
            // Asked first: a worker whose tasks hold no collections does not wait until those of the table are loaded.
            if (at.IsGenericType && Framework.Has(at) && shapes.TryGetValue(at.GetGenericTypeDefinition(), out var shape)) return Make(shape, at, type);
        }
        return null;
    }

    static Shape Make(Type shape, Type collection, Type type) => (Shape)Activator.CreateInstance(shape.MakeGenericType(collection.GetGenericArguments()), type)!;
}
