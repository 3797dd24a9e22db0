using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningKit.Shipping;

/// <summary>
/// All other classes of .NET: as JSON, if that says all about them. Whether it does is tried: what is read back, of the same
/// type, must give the same JSON.
/// </summary>
sealed class JsonShape(Type type) : Shape(type)
{
    static JsonSerializerOptions? options;

    // Members whose own type says nothing would come back as elements of JSON.
    readonly bool isVague = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Any(property => property.GetIndexParameters().Length == 0 && (property.PropertyType == typeof(object) || property.PropertyType.IsInterface));

    static JsonSerializerOptions Options => options ??= new() { IncludeFields = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public override void WriteHead(ParcelWriter writer, object item)
    {
        if (!isVague && TryWrite(item) is { } json)
        {
            writer.Length(json.Length);
            writer.Raw(json);
            return;
        }
        throw new RefusedException(Refusals.Unknown(Type));
    }

    public override object ReadHead(ParcelReader reader)
    {
        var json = reader.Take(reader.Count());
        try
        {
            if (!isVague && JsonSerializer.Deserialize(json, Type, Options) is { } item) return item;
        }
        catch (Exception e) when (IsExpected(e))
        {
            throw ParcelReader.Damaged($"its JSON is no {TypeNames.Short(Type)}", e);
        }
        throw ParcelReader.Damaged($"its JSON is no {TypeNames.Short(Type)}");
    }

    byte[]? TryWrite(object item)
    {
        try
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(item, Type, Options);
            if (json.AsSpan().SequenceEqual("{}"u8)) return null;
            var again = JsonSerializer.Deserialize(json, Type, Options);
            return again is not null && JsonSerializer.SerializeToUtf8Bytes(again, Type, Options).AsSpan().SequenceEqual(json) ? json : null;
        }
        catch (Exception e) when (IsExpected(e))
        {
            return null;
        }
    }

    // Properties of any class of .NET are called here, and constructors.
    static bool IsExpected(Exception e) => e is not (OutOfMemoryException or InsufficientExecutionStackException);
}
