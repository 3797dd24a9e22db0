using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>Numbers objects by their identity, from 0 in the order in which they are added.</summary>
/// <remarks>An open hash table: two thirds of the time of a dictionary with a comparer, which each object of a graph would pay.</remarks>
sealed class ObjectTable
{
    object[] objects = new object[16];
    int[] slots = new int[32];   // number + 1 of the object; 0: free

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The object of a number.</summary>
    public object this[int number] => objects[number];

    /// <summary>Gives an object its number.</summary>
    /// <returns>False if it had one already.</returns>
    public bool TryAdd(object item, out int number)
    {
        var mask = slots.Length - 1;
        var at = Hash(item) & mask;
        for (; slots[at] != 0; at = (at + 1) & mask)
        {
            number = slots[at] - 1;
            if (ReferenceEquals(objects[number], item)) return false;
        }
        number = Count++;
        objects[number] = item;
        slots[at] = Count;
        if (Count == objects.Length) Grow();
        return true;
    }

    /// <summary>Forgets all. Keeps its memory, unless that is much, or much for what was in it: all of it is cleared each time.</summary>
    public void Clear()
    {
        if (objects.Length > 16 && (objects.Length > 1 << 16 || Count < objects.Length / 8))
        {
            (objects, slots) = (new object[16], new int[32]);
        }
        else if (Count > 0)
        {
            Array.Clear(objects, 0, Count);
            Array.Clear(slots);
        }
        Count = 0;
    }

    void Grow()
    {
        Array.Resize(ref objects, objects.Length * 2);
        slots = new int[objects.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            var at = Hash(objects[number]) & (slots.Length - 1);
            while (slots[at] != 0) at = (at + 1) & (slots.Length - 1);
            slots[at] = number + 1;
        }
    }

    // The runtime's hash codes are random numbers of 26 bits; larger tables need the upper bits mixed in.
    static int Hash(object item)
    {
        var hash = (uint)RuntimeHelpers.GetHashCode(item) * 0x9E3779B1;
        return (int)(hash ^ (hash >> 15));
    }
}
