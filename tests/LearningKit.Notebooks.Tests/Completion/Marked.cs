namespace LearningKit.Notebooks.Tests.Completion;

/// <summary>Code with a mark for the cursor: a bar that stands where no C# has one, or the last of several bars.</summary>
public sealed record Marked(string Code, int Position)
{
    public static Marked Parse(string text)
    {
        var position = text.LastIndexOf('|');
        return new(text.Remove(position, 1), position);
    }
}
