namespace LearningKit.Notebooks.Jupyter;

/// <summary>
/// Cursor positions: the protocol counts Unicode code points since version 5.2, C# counts UTF-16 units. They differ behind
/// characters such as emoji.
/// </summary>
static class CodePoints
{
    /// <summary>The position in UTF-16 units; places outside of the text become its ends.</summary>
    public static int ToUtf16(string text, int position)
    {
        var index = 0;
        for (var i = 0; i < position && index < text.Length; i++) index += IsPair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>The position in code points.</summary>
    public static int FromUtf16(string text, int position)
    {
        var count = 0;
        for (var index = 0; index < position && index < text.Length; count++) index += IsPair(text, index) ? 2 : 1;
        return count;
    }

    static bool IsPair(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
