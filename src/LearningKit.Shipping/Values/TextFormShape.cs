using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LearningKit.Shipping;

/// <summary>Types of .NET that a text says all about.</summary>
sealed class TextFormShape : Shape
{
    // By name, and each way in a function of its own, so that no assembly is loaded before its type is met.
    static readonly Dictionary<string, (Func<object, string> Write, Func<string, object> Read)> forms = new()
    {
        ["System.StringComparer"] = (WriteComparer, ReadComparer),
        ["System.Text.StringBuilder"] = (item => item.ToString()!, text => new StringBuilder(text)),
        ["System.Text.Encoding"] = (WriteEncoding, ReadEncoding),
        ["System.Uri"] = (item => ((Uri)item).OriginalString, text => new Uri(text, UriKind.RelativeOrAbsolute)),
        ["System.Globalization.CultureInfo"] = (item => ((CultureInfo)item).Name, text => CultureInfo.GetCultureInfo(text)),
        ["System.Globalization.CompareInfo"] = (item => ((CompareInfo)item).Name, text => CompareInfo.GetCompareInfo(text)),
        ["System.TimeZoneInfo"] = (item => ((TimeZoneInfo)item).ToSerializedString(), TimeZoneInfo.FromSerializedString),
        ["System.IO.FileSystemInfo"] = (item => item is DirectoryInfo ? $"{item}/" : $"{item}", ReadFile),
        ["System.Text.RegularExpressions.Regex"] = (WriteRegex, ReadRegex),
        ["System.Net.IPAddress"] = (item => $"{item}", text => IPAddress.Parse(text)),
        ["System.Net.IPEndPoint"] = (item => $"{item}", text => IPEndPoint.Parse(text)),
        ["System.Text.Json.Nodes.JsonNode"] = (item => ((JsonNode)item).ToJsonString(), text => JsonNode.Parse(text)!),
    };

    readonly Type family;
    readonly Func<object, string> write;
    readonly Func<string, object> read;

    TextFormShape(Type type, Type family, Func<object, string> write, Func<string, object> read)
        : base(type) =>
        (this.family, this.write, this.read) = (family, write, read);

    /// <summary>The shape of such a type; null for others.</summary>
    public static Shape? Of(Type type)
    {
        if (!Framework.Has(type)) return null;
        for (var at = type; at is not null; at = at.BaseType)
            if (forms.TryGetValue(at.FullName ?? "", out var form)) return new TextFormShape(type, at, form.Write, form.Read);
        return null;
    }

    public override void WriteHead(ParcelWriter writer, object item) => writer.Text(write(item));

    public override object ReadHead(ParcelReader reader)
    {
        var text = reader.Text();
        try
        {
            if (read(text) is { } item && family.IsInstanceOfType(item)) return item;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException or NotSupportedException
            or System.Text.Json.JsonException or System.Runtime.Serialization.SerializationException)
        {
            throw ParcelReader.Damaged($"'{text}' is no {TypeNames.Short(Type)}", e);
        }
        throw ParcelReader.Damaged($"'{text}' is no {TypeNames.Short(Type)}");
    }

    static string WriteComparer(object item)
    {
        var comparer = (StringComparer)item;
        if (StringComparer.IsWellKnownOrdinalComparer(comparer, out var ignoresCase)) return ignoresCase ? "OrdinalIgnoreCase" : "Ordinal";
        if (StringComparer.IsWellKnownCultureAwareComparer(comparer, out var culture, out var options)) return $"{(int)options}:{culture.Name}";
        throw new RefusedException(Refusals.Unknown(item.GetType()));
    }

    static StringComparer ReadComparer(string text) => text switch
    {
        "Ordinal" => StringComparer.Ordinal,
        "OrdinalIgnoreCase" => StringComparer.OrdinalIgnoreCase,
        _ => CultureInfo.GetCultureInfo(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]).CompareInfo.GetStringComparer((CompareOptions)int.Parse(text.Split(':')[0])),
    };

    static string WriteEncoding(object item) => $"{((Encoding)item).WebName}{(((Encoding)item).Preamble.Length > 0 ? "+" : "")}";

    static object ReadEncoding(string text) => text == "utf-8" ? new UTF8Encoding(false) : Encoding.GetEncoding(text.TrimEnd('+'));

    static object ReadFile(string text) => text.EndsWith('/') ? new DirectoryInfo(text) : new FileInfo(text);

    static string WriteRegex(object item)
    {
        var regex = (Regex)item;
        return $"{(int)regex.Options}:{regex.MatchTimeout.Ticks}:{regex}";
    }

    static Regex ReadRegex(string text)
    {
        var parts = text.Split(':', 3);
        if (parts.Length < 3) throw new FormatException("A regular expression's options are missing.");
        return new Regex(parts[2], (RegexOptions)int.Parse(parts[0]), TimeSpan.FromTicks(long.Parse(parts[1])));
    }
}
