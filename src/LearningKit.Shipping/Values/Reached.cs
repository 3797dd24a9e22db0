using System.Collections.Concurrent;
using System.Reflection;

namespace LearningKit.Shipping;

/// <summary>What the code that goes with a parcel can reach: found while the parcel is written, since each delegate adds to it.</summary>
sealed class Reached
{
    static readonly ConcurrentDictionary<Assembly, IReadOnlyList<CodeUnit>> unitsOfOne = new();

    readonly HashSet<Reach> parts = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<Assembly> assemblies = [];
    readonly Dictionary<VariablesShape, (int Version, bool[] Chosen)> written = [];
    readonly List<FieldInfo> statics = [];
    int staticsWritten;
    bool isOutgrown;

    /// <summary>
    /// True if more became reachable after a closure was written: the parcel must be written once more, with all that is known
    /// now. That ends, for there are only so many fields.
    /// </summary>
    public bool HasOutgrown => isOutgrown || (written.Count > 0 && written.Any(pair => pair.Value.Version != parts.Count && !Choose(pair.Key).AsSpan().SequenceEqual(pair.Value.Chosen)));

    /// <summary>A method goes along.</summary>
    public void Add(MethodBase method) => Add(Reach.Of(method));

    /// <summary>Objects of a type go along.</summary>
    public void Add(Shape shape)
    {
        if (shape.Assemblies.Count == 0) return;
        foreach (var assembly in shape.Assemblies) assemblies.Add(assembly);
        Add(Reach.OfInstance(shape.Type));
    }

    /// <summary>Which variables of a closure or a cell are reached.</summary>
    public bool[] Among(VariablesShape shape)
    {
        if (written.TryGetValue(shape, out var before) && before.Version == parts.Count) return before.Chosen;
        var chosen = Choose(shape);
        isOutgrown |= before.Chosen is not null && !chosen.AsSpan().SequenceEqual(before.Chosen);
        written[shape] = (parts.Count, chosen);
        return chosen;
    }

    /// <summary>The next static field that travels; null when all have been written.</summary>
    public FieldInfo? NextStatic() => staticsWritten < statics.Count ? statics[staticsWritten++] : null;

    /// <summary>The assemblies that the receiver needs, dependencies first.</summary>
    public IReadOnlyList<CodeUnit> Code() => assemblies.Count switch
    {
        0 => [],
        1 => unitsOfOne.GetOrAdd(assemblies.First(), static assembly => CodeUnits.For([assembly])),
        _ => CodeUnits.For(assemblies),
    };

    /// <summary>The parcel is written once more, with what is reached by now.</summary>
    public void Restart()
    {
        written.Clear();
        (staticsWritten, isOutgrown) = (0, false);
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Restart();
        parts.Clear();
        assemblies.Clear();
        statics.Clear();
    }

    void Add(Reach reach)
    {
        if (!parts.Add(reach)) return;
        foreach (var field in reach.Fields)
            if (StaticFields.Travels(field) && !statics.Contains(field)) statics.Add(field);
    }

    bool[] Choose(VariablesShape shape) => shape.Choose(field => parts.Any(part => part.Contains(field)));
}
