using LearningKit.Cli.Terminals;

namespace LearningKit.Cli.Tests;

/// <summary>Runs kit in this process and keeps what it wrote.</summary>
sealed record KitRun(int ExitCode, string Out, string Error)
{
    public static Task<KitRun> Of(params string[] args) => Of(new Interruption(), args);

    public static async Task<KitRun> Of(Interruption interruption, params string[] args)
    {
        using var ending = interruption;
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await KitApplication.RunAsync(args, new(output, error), interruption);
        return new(code, output.ToString(), error.ToString());
    }
}
