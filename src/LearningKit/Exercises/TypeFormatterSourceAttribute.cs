namespace LearningKit.Exercises;

/// <summary>
/// Names the class that makes a type's formatters. Notebook kernels look for an attribute of this name, wherever it is
/// declared, so the library needs no reference to any of them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>Has a method <c>IEnumerable&lt;object&gt; CreateTypeFormatters()</c>.</summary>
    public Type FormatterSourceType => formatterSourceType;

    /// <summary>What to show first.</summary>
    public string[] PreferredMimeTypes { get; set; } = ["text/html"];
}
