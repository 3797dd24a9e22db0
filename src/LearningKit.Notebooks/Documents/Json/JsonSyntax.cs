using System.Text;

namespace LearningKit.Notebooks.Documents.Json;

/// <summary>
/// A JSON value that remembers how it was written: white space, order, spelling of numbers and escapes. Writing an
/// unchanged value gives the characters that were read.
/// </summary>
abstract class JsonSyntax
{
    /// <summary>Appends the value as it was written.</summary>
    public abstract void WriteTo(StringBuilder text);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        WriteTo(text);
        return text.ToString();
    }
}
