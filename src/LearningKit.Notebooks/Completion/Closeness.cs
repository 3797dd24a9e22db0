namespace LearningKit.Notebooks.Completion;

/// <summary>How near a name is to the learner's own code; nearer ones are offered first.</summary>
enum Closeness
{
    /// <summary>What the place asks for: a value of the expected enum.</summary>
    Wanted,

    /// <summary>A variable of the function around the cursor.</summary>
    Local,

    /// <summary>The name of a parameter, for an argument.</summary>
    Argument,

    /// <summary>Declared in a cell of this notebook.</summary>
    Notebook,

    /// <summary>A member of a type.</summary>
    Member,

    /// <summary>An extension method.</summary>
    Extension,

    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>A type of a library.</summary>
    Type,

    /// <summary>A namespace.</summary>
    Namespace,

    /// <summary>What every object has.</summary>
    Object,
}
