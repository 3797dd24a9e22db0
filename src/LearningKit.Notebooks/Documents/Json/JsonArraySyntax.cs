using System.Text;

namespace LearningKit.Notebooks.Documents.Json;

/// <summary>A JSON array as it was written.</summary>
/// <param name="emptySpace">The white space between the brackets of an empty array.</param>
sealed class JsonArraySyntax(string emptySpace = "") : JsonSyntax
{
    /// <summary>An item with the white space around it.</summary>
    public sealed record Item(string Before, JsonSyntax Value, string After);

    /// <summary>The items in order.</summary>
    public List<Item> Items { get; } = [];

    /// <summary>Inserts a value, written on lines of its own if its neighbours are.</summary>
    /// <param name="index">The place, from 0.</param>
    /// <param name="value">The value, already written for its depth.</param>
    /// <param name="layout">How to write an item if the array is empty: the white space before items and before the bracket.</param>
    public void Insert(int index, JsonSyntax value, (string BeforeItem, string BeforeEnd) layout)
    {
        if (Items.Count == 0)
        {
            Items.Add(new(layout.BeforeItem, value, layout.BeforeEnd));
            return;
        }
        var neighbour = Items[Math.Min(index, Items.Count - 1)];
        if (index < Items.Count)
        {
            Items.Insert(index, new(neighbour.Before, value, ""));
            return;
        }
        Items[^1] = neighbour with { After = "" };
        Items.Add(new(neighbour.Before, value, neighbour.After));
    }

    /// <inheritdoc/>
    public override void WriteTo(StringBuilder text)
    {
        text.Append('[');
        if (Items.Count == 0) text.Append(emptySpace);
        for (var i = 0; i < Items.Count; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(Items[i].Before);
            Items[i].Value.WriteTo(text);
            text.Append(Items[i].After);
        }
        text.Append(']');
    }
}
