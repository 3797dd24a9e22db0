using System.Reflection;
using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>
/// Collections of .NET by what they hold: they are built again by adding, for hash codes of strings differ between processes
/// and the fields of collections between versions of .NET. Classes that users derived from them carry their own fields as well.
/// </summary>
/// <typeparam name="TCollection">The collection, or what the type is derived from.</typeparam>
/// <typeparam name="TItem">What it holds.</typeparam>
abstract class ItemsShape<TCollection, TItem> : Shape
    where TCollection : class
{
    static readonly PartName comparer = new("comparer");

    readonly Slot slot = Slots.Of(typeof(TItem));
    readonly FieldSlot[] own;

    /// <summary>For a type that is the collection or derived from it.</summary>
    protected ItemsShape(Type type)
        : base(type)
    {
        var fields = new List<FieldSlot>();
        for (var at = type; !Framework.Has(at); at = at.BaseType!) fields.AddRange(FieldSlot.DeclaredBy(at));
        own = [.. fields];
    }

    public override bool HasContents => true;

    /// <summary>The types of what it is made with, such as a comparer: parameters of a constructor.</summary>
    protected virtual Type[] SettingTypes => [];

    /// <summary>True if filling it calls for hash codes or for an order of items whose contents may not all be there yet.</summary>
    protected virtual bool ComparesItems => false;

    /// <summary>What it was made with; null for what is usual.</summary>
    protected virtual object?[] SettingsOf(TCollection collection) => [];

    /// <summary>What it holds now, in the order in which it is to be filled.</summary>
    protected abstract TItem[] ItemsOf(TCollection collection);

    /// <summary>Fills it.</summary>
    protected abstract void Fill(TCollection collection, TItem[] items, object?[] settings);

    /// <summary>Makes an empty one of an object whose fields are all null or zero.</summary>
    protected virtual void Construct(TCollection made, object?[] settings) =>
        typeof(TCollection).GetConstructor(SettingTypes)!.Invoke(made, settings);   // that of a base class works on a derived object

    public sealed override void WriteHead(ParcelWriter writer, object item)
    {
    }

    public sealed override object ReadHead(ParcelReader reader) => RuntimeHelpers.GetUninitializedObject(Type);

    public sealed override void WriteContents(ParcelWriter writer, object item)
    {
        writer.Step(comparer);
        foreach (var setting in SettingsOf(Unsafe.As<TCollection>(item))) writer.Reference(setting);
        var items = ItemsOf(Unsafe.As<TCollection>(item));
        if (slot is RawSlot raw)
        {
            writer.Elements(items, 0, items.Length, raw.Size);
        }
        else
        {
            writer.Length(items.Length);
            for (var i = 0; i < items.Length; i++)
            {
                if (writer.IsTracing) writer.Step(StepTo(items[i]) ?? i);
                slot.Write(writer, ref Unsafe.As<TItem, byte>(ref items[i]));
            }
        }
        foreach (var field in own)
        {
            writer.Step(field.Field);
            field.Slot.Write(writer, ref Unsafe.Add(ref FieldOffsets.Data(item), field.Offset));
        }
    }

    public sealed override void ReadContents(ParcelReader reader, object item)
    {
        var collection = Unsafe.As<TCollection>(item);
        var settings = ReadSettings(reader);
        Construct(collection, settings);
        TItem[] items;
        if (slot is RawSlot raw)
        {
            items = new TItem[reader.ElementCount(raw.Size, out var isApart)];
            reader.Elements(items, items.Length, raw.Size, isApart);
        }
        else
        {
            items = new TItem[reader.Count()];
            for (var i = 0; i < items.Length; i++) slot.Read(reader, ref Unsafe.As<TItem, byte>(ref items[i]));
        }
        foreach (var field in own) field.Slot.Read(reader, ref Unsafe.Add(ref FieldOffsets.Data(item), field.Offset));
        if (ComparesItems && !(CanCompareAtOnce && settings.All(setting => setting is null or StringComparer)))
            reader.Later(() => FillChecked(collection, items, settings));
        else FillChecked(collection, items, settings);
    }

    /// <summary>True if items compare by themselves, whatever else is there.</summary>
    protected virtual bool CanCompareAtOnce => IsSimple(typeof(TItem));

    /// <summary>True for keys without parts that are read later.</summary>
    protected static bool IsSimple(Type key) => key == typeof(string) || key.IsEnum || WireFormat.TagOf(key) > WireFormat.TagOf(typeof(string));

    /// <summary>How the path to an item calls it; null: by its index.</summary>
    protected virtual object? StepTo(TItem item) => null;

    /// <summary>Gives an object the fields of another one: for collections that cannot be filled once they are made.</summary>
    protected static void Become(TCollection made, TCollection other)
    {
        for (var at = made.GetType(); at is not null; at = at.BaseType)
            foreach (var field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                field.SetValue(made, field.GetValue(other));
    }

    /// <summary>As <see cref="Become"/>, where the type depends on what is in it.</summary>
    protected static void BecomeSameType(TCollection made, TCollection other)
    {
        if (made.GetType() != other.GetType())
            throw new WireFormatException($"A {TypeNames.Short(made.GetType())} is a {TypeNames.Short(other.GetType())} here: the sender has another version of .NET.");
        Become(made, other);
    }

    object?[] ReadSettings(ParcelReader reader)
    {
        var types = SettingTypes;
        if (types.Length == 0) return [];
        var settings = new object?[types.Length];
        for (var i = 0; i < settings.Length; i++)
            if ((settings[i] = reader.Reference()) is { } setting && !types[i].IsInstanceOfType(setting)) throw ParcelReader.Mismatch(setting, types[i]);
        return settings;
    }

    void FillChecked(TCollection collection, TItem[] items, object?[] settings)
    {
        try
        {
            Fill(collection, items, settings);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or WireFormatException))
        {
            throw new WireFormatException($"A {TypeNames.Short(Type)} could not be filled again: {e.Message}", e);
        }
    }
}
