namespace LearningKit.Notebooks.Formatting;

/// <summary>Texts that are too long to show: a page with a book in it cannot be scrolled.</summary>
static class CutText
{
    const int MaximalLength = 100_000;

    /// <summary>A text for an output of its own, cut with a note.</summary>
    public static string WithNote(string text) => text.Length <= MaximalLength
        ? text
        : $"{To(text, MaximalLength)}\n[{text.Length - MaximalLength:N0} more characters are not shown.]";

    /// <summary>A text cut to a length, with an ellipsis.</summary>
    public static string To(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1), "…");
}
