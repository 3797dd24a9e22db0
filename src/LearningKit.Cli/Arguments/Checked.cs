using System.CommandLine.Parsing;
using LearningKit.Cli.Terminals;

namespace LearningKit.Cli.Arguments;

/// <summary>Turns what is typed into values, and what the library refuses into errors of the command line.</summary>
static class Checked
{
    /// <summary>The value, or an error with the library's own words.</summary>
    public static T? Parse<T>(ArgumentResult result, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (ArgumentException exception)
        {
            result.AddError(Sentence.Of(exception));
            return default;
        }
    }

    /// <summary>The words between commas.</summary>
    public static IEnumerable<string> Split(ArgumentResult result) =>
        result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
