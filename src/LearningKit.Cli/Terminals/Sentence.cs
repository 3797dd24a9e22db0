namespace LearningKit.Cli.Terminals;

/// <summary>What an exception says, as a sentence for people.</summary>
static class Sentence
{
    /// <summary>The message without what is meant for programmers.</summary>
    public static string Of(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions.Count: 1 } aggregate => Of(aggregate.InnerException!),
        ArgumentException { ParamName: { } name } argument => WithoutParameter(argument, name),
        _ => exception.Message,
    };

    /// <summary>.NET appends the parameter's name, and for a range its value on a second line.</summary>
    static string WithoutParameter(ArgumentException exception, string name)
    {
        var end = exception.Message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }
}
