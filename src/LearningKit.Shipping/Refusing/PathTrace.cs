using System.Reflection;

namespace LearningKit.Shipping;

/// <summary>
/// Where in a graph the writer is. To note the present step costs next to nothing; the way to each object is kept only when it
/// is on, which it is when something was refused and all is written once more to learn the path.
/// </summary>
sealed class PathTrace
{
    readonly Dictionary<object, (object? Parent, object[] Steps)> found = new(ReferenceEqualityComparer.Instance);
    object?[] steps = new object?[8];
    int[] indices = new int[8];
    int depth;
    object? current;

    /// <summary>True if ways are kept.</summary>
    public bool IsOn { get; set; }

    /// <summary>The contents of an object come now; null: a static field.</summary>
    public void Enter(object? item)
    {
        current = item;
        depth = 0;
        steps[0] = null;
        Into();
    }

    /// <summary>They are done.</summary>
    public void Leave() => depth = 0;

    /// <summary>The present part is a field, a property or a key.</summary>
    public void Step(object part) => steps[depth] = part;

    /// <summary>The present part is an element.</summary>
    public void Step(int index)
    {
        steps[depth] = null;
        indices[depth] = index;
    }

    /// <summary>Parts of the present part follow.</summary>
    public void Into()
    {
        depth++;
        if (depth == steps.Length)
        {
            Array.Resize(ref steps, depth * 2);
            Array.Resize(ref indices, depth * 2);
        }
        (steps[depth], indices[depth]) = (null, -1);
    }

    /// <summary>They are done.</summary>
    public void OutOf() => depth--;

    /// <summary>The present part refers to an object that was not met before.</summary>
    public void Found(object item)
    {
        if (IsOn) found.TryAdd(item, (current, Present()));
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        found.Clear();
        Array.Clear(steps);
        (depth, current) = (0, null);
    }

    /// <summary>The way from the value that was to be packed to the present part, for people.</summary>
    public string Describe()
    {
        var way = new List<object>(Present());
        for (var at = current; at is not null && found.TryGetValue(at, out var from); at = from.Parent) way.InsertRange(0, from.Steps);
        var words = way.Select(Word).OfType<string>().ToList();
        return words.Count == 0 ? "the value" : string.Join(" → ", words);
    }

    object[] Present() => [.. Enumerable.Range(1, depth).Select(i => steps[i] ?? indices[i]).Where(step => step is not -1)];

    static string? Word(object step) => step switch
    {
        FieldInfo { Name: ['<', '>', ..] or ['C', 'S', '$', ..] } => null,   // this, or the closure around
        FieldInfo { Name: ['<', ..] } link when CompilerMade.IsSubmission(link.DeclaringType!) => null,   // the cell before
        FieldInfo { Name: "key" or "value", DeclaringType.Name: "KeyValuePair`2" } => null,   // the key was named already
        FieldInfo { IsStatic: true } field => $"static field '{field.Name}' of {OwnerOf(field)}",
        FieldInfo field when CompilerMade.IsSubmission(field.DeclaringType!) => $"variable '{field.Name}' of {OwnerOf(field)}",
        FieldInfo field when CompilerMade.IsClosure(field.DeclaringType!) =>
            EmittedCode.SourceOf(field.Module.Assembly) is { } source ? $"variable '{field.Name}' of {source}" : $"variable '{field.Name}'",
        FieldInfo { Name: ['<', .., 'P'] } field => $"parameter '{field.Name[1..^2]}'",   // of a class: class C(int parameter)
        FieldInfo { Name: ['<', ..] } field => $"property '{field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)]}'",
        FieldInfo field => $"field '{field.Name}'",
        PartName part => part.Text,
        int index => $"[{index}]",
        string key => $"['{(key.Length > 40 ? key[..40] + "…" : key)}']",
        _ => $"[{step}]",
    };

    static string OwnerOf(FieldInfo field) =>
        CompilerMade.IsSubmission(field.DeclaringType!)
            ? EmittedCode.SourceOf(field.Module.Assembly) ?? field.Module.Assembly.GetName().Name!
            : TypeNames.Short(field.DeclaringType!);
}
