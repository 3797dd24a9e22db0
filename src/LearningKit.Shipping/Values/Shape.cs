using System.Reflection;
using System.Text;

namespace LearningKit.Shipping;

/// <summary>How objects of one type are written and read.</summary>
/// <param name="type">The type: that of the objects themselves, not one that they are derived from.</param>
abstract class Shape(Type type)
{
    /// <summary>The type.</summary>
    public Type Type { get; } = type;

    /// <summary>Its tag if it is built in, else 0.</summary>
    public int BuiltInTag { get; } = WireFormat.TagOf(type);

    /// <summary>Its assembly-qualified name, in UTF-8; without the versions of .NET's own assemblies, which both ends share.</summary>
    public byte[] Name => field ??= Encoding.UTF8.GetBytes(AssembliesOf(Type).Where(Framework.Has).Distinct().Aggregate(
        Type.AssemblyQualifiedName ?? Type.Name, (name, assembly) => name.Replace(assembly.FullName!, assembly.GetName().Name, StringComparison.Ordinal)));

    /// <summary>The assemblies that its name names and that a worker may lack.</summary>
    public IReadOnlyList<Assembly> Assemblies => field ??= [.. AssembliesOf(Type).Distinct().Where(CodeUnits.Travels)];

    /// <summary>The shape whose type stands before an object's head.</summary>
    public virtual Shape Written => this;

    /// <summary>True if each object is written once and then referred to by its number.</summary>
    public virtual bool IsAlwaysShared => true;

    /// <summary>True if this object is written once and then referred to by its number.</summary>
    public virtual bool IsShared(object item) => IsAlwaysShared;

    /// <summary>True if contents follow, when the object's turn comes.</summary>
    public virtual bool HasContents => false;

    /// <summary>Writes what an object is made from.</summary>
    public abstract void WriteHead(ParcelWriter writer, object item);

    /// <summary>Makes an object from its head.</summary>
    public abstract object ReadHead(ParcelReader reader);

    /// <summary>Writes what an object holds.</summary>
    public virtual void WriteContents(ParcelWriter writer, object item)
    {
    }

    /// <summary>Fills an object.</summary>
    public virtual void ReadContents(ParcelReader reader, object item)
    {
    }

    static IEnumerable<Assembly> AssembliesOf(Type type) => type.HasElementType
        ? AssembliesOf(type.GetElementType()!)
        : type.GetGenericArguments().SelectMany(AssembliesOf).Prepend(type.Assembly);
}
