using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Formatting;

/// <summary>
/// Formatters that types bring along by the convention of .NET Interactive, which goes by names alone: an attribute
/// <c>TypeFormatterSourceAttribute</c> names a class with <c>CreateTypeFormatters()</c>, whose items have
/// <c>MimeType</c> and <c>bool Format(object, TextWriter)</c>.
/// </summary>
static class TypeFormatters
{
    const string AttributeName = "TypeFormatterSourceAttribute";

    static readonly ConcurrentDictionary<Type, IReadOnlyList<TypeFormatter>> known = new();

    /// <summary>Formats a value whose type, or a base of it, brings formatters; null for others.</summary>
    public static MimeBundle? Format(object value)
    {
        var formatters = known.GetOrAdd(value.GetType(), Find);
        if (formatters.Count == 0) return null;
        var bundle = new MimeBundle();
        foreach (var formatter in formatters)
            if (formatter.Format(value) is { } text)
                bundle[formatter.MimeType] = MimeBundle.IsJson(formatter.MimeType) ? JsonNode.Parse(text)! : JsonValue.Create(text);
        return bundle.Count == 0 ? null : bundle;
    }

    static IReadOnlyList<TypeFormatter> Find(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (current.GetCustomAttributes(inherit: false).FirstOrDefault(item => item.GetType().Name == AttributeName) is { } attribute)
                return Read(attribute);
        return [];
    }

    static List<TypeFormatter> Read(object attribute)
    {
        var source = Activator.CreateInstance((Type)Get(attribute, "FormatterSourceType")!, nonPublic: true)!;
        var preferred = Get(attribute, "PreferredMimeTypes") as string[] ?? [];
        var made = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var formatters = made.Select(formatter => new TypeFormatter(formatter)).ToList();
        return preferred.Length == 0
            ? formatters
            : [.. formatters.Where(f => preferred.Contains(f.MimeType)).OrderBy(f => Array.IndexOf(preferred, f.MimeType))];
    }

    static object? Get(object instance, string property) => instance.GetType().GetProperty(property)?.GetValue(instance);

    sealed class TypeFormatter(object formatter)
    {
        readonly MethodInfo format = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!;

        public string MimeType { get; } = (string)Get(formatter, "MimeType")!;

        public string? Format(object value)
        {
            var writer = new StringWriter();
            return format.Invoke(formatter, [value, writer]) is true ? writer.ToString() : null;
        }
    }
}
