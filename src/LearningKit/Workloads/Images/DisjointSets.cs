namespace LearningKit.Workloads;

/// <summary>Sets that are joined two by two: union-find with path halving (Tarjan and van Leeuwen 1984).</summary>
sealed class DisjointSets
{
    readonly List<int> parents = [];

    /// <summary>Adds a set of one; returns its number.</summary>
    public int Add()
    {
        parents.Add(parents.Count);
        return parents.Count - 1;
    }

    /// <summary>The number that stands for the whole set of <paramref name="item"/>: the smallest in it.</summary>
    public int Find(int item)
    {
        while (parents[item] != item) item = parents[item] = parents[parents[item]];
        return item;
    }

    /// <summary>Joins the sets of two items.</summary>
    public void Union(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }
}
