using System.Reflection;

namespace LearningKit.Shipping;

/// <summary>Which types of .NET are known to be data.</summary>
static class Framework
{
    // Data through and through: their fields are what they are. Types that are derived from them inherit that.
    static readonly HashSet<string> plain =
    [
        "System.ValueTuple`1", "System.ValueTuple`2", "System.ValueTuple`3", "System.ValueTuple`4", "System.ValueTuple`5", "System.ValueTuple`6",
        "System.ValueTuple`7", "System.ValueTuple`8", "System.Tuple`1", "System.Tuple`2", "System.Tuple`3", "System.Tuple`4", "System.Tuple`5",
        "System.Tuple`6", "System.Tuple`7", "System.Tuple`8", "System.Nullable`1", "System.Collections.Generic.KeyValuePair`2",
        "System.Collections.DictionaryEntry", "System.Collections.Immutable.ImmutableArray`1", "System.Numerics.BigInteger", "System.Object",
        "System.ValueType", "System.Enum", "System.Attribute", "System.EventArgs", "System.Version", "System.StringComparer",
        "System.Collections.ObjectModel.Collection`1", "System.Collections.ObjectModel.ReadOnlyCollection`1", "System.Collections.ObjectModel.ReadOnlyDictionary`2",
        "System.Collections.ObjectModel.ReadOnlySet`1", "System.Collections.ObjectModel.KeyedCollection`2", "System.Runtime.CompilerServices.StrongBox`1",
        "System.Runtime.CompilerServices.ReadOnlyCollectionBuilder`1", "System.Collections.BitArray", "System.Collections.ArrayList",
        "System.Collections.Generic.Comparer`1", "System.Collections.Generic.EqualityComparer`1", "System.Collections.Generic.ComparisonComparer`1",
        "System.Collections.Generic.DelegateEqualityComparer`1", "System.Collections.Generic.EqualityComparer`1+DelegateEqualityComparer`1",
        "System.Collections.Generic.HashSetEqualityComparer`1", "System.Collections.Generic.SortedSetEqualityComparer`1",
        "System.Collections.Generic.ReferenceEqualityComparer",
    ];

    /// <summary>True for types of .NET itself.</summary>
    public static bool Has(Type type) => Has(type.Assembly);

    /// <summary>True for assemblies of .NET itself.</summary>
    public static bool Has(Assembly assembly) => !CodeUnits.Travels(assembly) && !CodeUnits.IsKit(assembly.GetName().Name!);

    /// <summary>True for a struct of .NET that travels by its fields.</summary>
    public static bool IsPlainStruct(Type type) => plain.Contains(Definition(type).FullName!);

    /// <summary>True for a class of .NET that travels by its fields.</summary>
    public static bool IsPlainClass(Type type) => plain.Contains(Definition(type).FullName!);

    static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
