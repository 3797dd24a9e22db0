namespace LearningKit.Tables;

/// <summary>Collects the values of a column whose length is not known.</summary>
sealed class ValueBuilder<T>(string name)
    where T : unmanaged
{
    T[] values = [];
    bool[]? missing;
    int count;

    public void Add(T value)
    {
        if (count == values.Length) Grow();
        values[count++] = value;
    }

    public void AddMissing()
    {
        if (count == values.Length) Grow();
        missing ??= new bool[values.Length];
        missing[count++] = true;
    }

    public Column<T> Build()
    {
        Array.Resize(ref values, count);
        if (missing is not null) Array.Resize(ref missing, count);
        return new(name, values, missing ?? default(ReadOnlyMemory<bool>));
    }

    void Grow()
    {
        Array.Resize(ref values, Math.Max(256, 2 * values.Length));
        if (missing is not null) Array.Resize(ref missing, values.Length);
    }
}
