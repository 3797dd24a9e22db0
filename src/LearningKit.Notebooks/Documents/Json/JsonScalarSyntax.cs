using System.Globalization;
using System.Text;

namespace LearningKit.Notebooks.Documents.Json;

/// <summary>A string, number, true, false or null, as it was spelled.</summary>
sealed class JsonScalarSyntax(string raw) : JsonSyntax
{
    /// <summary>The value's characters in the file.</summary>
    public string Raw => raw;

    /// <summary>True for a string.</summary>
    public bool IsString => raw[0] == '"';

    /// <summary>The string's text without quotes and escapes; for other values, their spelling.</summary>
    public string Text => IsString ? Unescape(raw) : raw;

    /// <inheritdoc/>
    public override void WriteTo(StringBuilder text) => text.Append(raw);

    /// <summary>Reads a JSON string that <see cref="JsonReader"/> found well formed.</summary>
    internal static string Unescape(string raw)
    {
        var inner = raw.AsSpan(1, raw.Length - 2);
        if (!inner.Contains('\\')) return inner.ToString();
        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] != '\\') { text.Append(inner[i]); continue; }
            i++;
            text.Append(inner[i] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)ushort.Parse(inner.Slice(i + 1, 4), NumberStyles.HexNumber),
                var same => same,
            });
            if (inner[i] == 'u') i += 4;
        }
        return text.ToString();
    }
}
