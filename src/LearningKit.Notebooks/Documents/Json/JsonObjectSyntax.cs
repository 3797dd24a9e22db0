using System.Text;
using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Documents.Json;

/// <summary>A JSON object as it was written.</summary>
/// <param name="emptySpace">The white space between the braces of an empty object.</param>
sealed class JsonObjectSyntax(string emptySpace = "") : JsonSyntax
{
    /// <summary>A member with the white space around its tokens.</summary>
    public sealed record Member(string Before, string RawKey, string BeforeColon, string AfterColon, JsonSyntax Value, string After)
    {
        /// <summary>The key without quotes and escapes.</summary>
        public string Key { get; } = JsonScalarSyntax.Unescape(RawKey);
    }

    /// <summary>The members in order.</summary>
    public List<Member> Members { get; } = [];

    /// <summary>The value of a key; of the last one if the key is there twice; null if it is not there.</summary>
    public JsonSyntax? this[string key] => Members.FindLast(member => member.Key == key)?.Value;

    /// <summary>
    /// Gives a key a value. Other members keep their place and spelling. A new key goes to its place in the alphabet if
    /// the others are in order, as notebook writers sort them, otherwise behind the others.
    /// </summary>
    /// <exception cref="InvalidOperationException">The object is empty, so there is no layout to follow.</exception>
    public void Set(string key, JsonNode? value, string indentUnit)
    {
        var index = Members.FindLastIndex(member => member.Key == key);
        if (index >= 0)
        {
            Members[index] = Members[index] with { Value = JsonLayout.Render(value, Members[index].Before, indentUnit) };
            return;
        }
        if (Members.Count == 0) throw new InvalidOperationException("An empty object has no layout to follow.");

        var sorted = Members.Zip(Members.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Key, pair.Second.Key) <= 0);
        index = sorted ? Members.FindIndex(member => string.CompareOrdinal(member.Key, key) > 0) : -1;
        var model = Members[^1];
        var added = model with
        {
            RawKey = JsonLayout.Quote(key),
            Value = JsonLayout.Render(value, model.Before, indentUnit),
        };
        if (index >= 0)
        {
            Members.Insert(index, added with { After = "" });
            return;
        }
        Members[^1] = model with { After = "" };
        Members.Add(added);
    }

    /// <inheritdoc/>
    public override void WriteTo(StringBuilder text)
    {
        text.Append('{');
        if (Members.Count == 0) text.Append(emptySpace);
        for (var i = 0; i < Members.Count; i++)
        {
            var member = Members[i];
            if (i > 0) text.Append(',');
            text.Append(member.Before).Append(member.RawKey).Append(member.BeforeColon).Append(':').Append(member.AfterColon);
            member.Value.WriteTo(text);
            text.Append(member.After);
        }
        text.Append('}');
    }
}
