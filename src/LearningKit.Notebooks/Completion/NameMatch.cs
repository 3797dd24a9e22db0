namespace LearningKit.Notebooks.Completion;

/// <summary>How well a name answers to what was typed of it; less is better.</summary>
enum NameMatch
{
    /// <summary>It begins with it, letter for letter.</summary>
    Exact,

    /// <summary>It begins with it but for upper and lower case.</summary>
    IgnoringCase,

    /// <summary>The letters are the beginnings of its words, as <c>wl</c> in <c>WriteLine</c>.</summary>
    Humps,

    /// <summary>It holds it somewhere.</summary>
    Inside,

    /// <summary>It has nothing to do with it.</summary>
    None,
}
