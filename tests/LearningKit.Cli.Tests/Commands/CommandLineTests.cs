using System.CommandLine;
using LearningKit.Cli.Terminals;
using Xunit;

namespace LearningKit.Cli.Tests.Commands;

public class CommandLineTests
{
    static readonly RootCommand root = KitApplication.Root(new(TextWriter.Null, TextWriter.Null), new("--verbose"));

    public static TheoryData<string> CommandLines => [.. Walk(root, []).Select(found => string.Join(' ', found.Path))];

    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task Help_OfEveryCommand_EndsWithExamples(string path)
    {
        var run = await KitRun.Of([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, run.ExitCode);
        var (usage, examples) = (run.Out.IndexOf("Usage:", StringComparison.Ordinal), run.Out.IndexOf("Examples:", StringComparison.Ordinal));
        Assert.True(usage >= 0 && examples > usage, run.Out);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Examples_OfEveryCommand_CanBeTyped()
    {
        var lines = Walk(root, []).SelectMany(found => (found.Command as KitCommand)?.Examples ?? KitApplication.Examples).Select(example => example.Line).ToList();

        Assert.True(lines.Count > 20);
        foreach (var line in lines.Where(line => line.StartsWith("kit ", StringComparison.Ordinal)))
            Assert.Empty(root.Parse(line[4..].Split('|', '>')[0]).Errors.Select(error => $"{line}: {error.Message}"));
    }

    [Fact]
    public async Task Kit_WithoutArguments_ShowsHelp()
    {
        var run = await KitRun.Of();
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Commands:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_IsTheAssemblys() => Assert.Equal(KitApplication.Version, (await KitRun.Of("--version")).Out.Trim());

    [Theory]
    [InlineData("nonsense", "nonsense")]
    [InlineData("study", "workload")]
    [InlineData("study nope", "There is no workload 'nope'. There are: monte-carlo-pi, mandelbrot")]
    [InlineData("study mandelbrot --engine nope", "There is no engine 'nope'. There are: sequential, threads")]
    [InlineData("study mandelbrot --workers 0", "Workers must be from 1 to 1024.")]
    [InlineData("study mandelbrot --workers 10000", "Workers must be from 1 to 1024.")]
    [InlineData("study mandelbrot --workers 1,two", "'two' is not a number of workers.")]
    [InlineData("study mandelbrot --size -1", "A size is not negative.")]
    [InlineData("study mandelbrot --repeat 1", "Repeats must be at least 10")]
    [InlineData("trace mandelbrot --workers 0", "Workers must be from 1 to 1024.")]
    [InlineData("trace mandelbrot --workers 1,2", "A trace is of one run")]
    [InlineData("trace mandelbrot --parts 0", "Parts must be at least 1.")]
    [InlineData("trace mandelbrot --size 99999999999", "'mandelbrot' cannot have the size 99999999999 (pixels a side). Its own is 2048.")]
    [InlineData("run no-such-lesson", "There is no notebook 'no-such-lesson'")]
    [InlineData("run --timeout 0", "--timeout is a number of seconds")]
    [InlineData("run --timeout soon", "soon")]
    [InlineData("run -p size", "'size' is not a parameter. Write it as name=value")]
    [InlineData("export 03", "--program or --html")]
    [InlineData("export 03 --program --html", "--program or --html")]
    [InlineData("data make nothing", "There is nothing called 'nothing' to make. There are: weather")]
    [InlineData("data make weather --size 0", "must be at least 1")]
    [InlineData("data get nothing", "There is no data set 'nothing'.")]
    [InlineData("data check nothing", "There is no data set 'nothing'.")]
    [InlineData("completion bush", "bush")]
    [InlineData("kernel install --user --prefix .", "--user and --prefix name two different places")]
    [InlineData("kernel install --name ../evil", "'../evil' cannot be the name of a kernel")]
    [InlineData("kernel uninstall --name C#", "'C#' cannot be the name of a kernel")]
    [InlineData("lab no-such-lesson", "There is no notebook 'no-such-lesson'")]
    public async Task BadUsage_IsRefusedInASentence(string line, string sentence)
    {
        var run = await KitRun.Of(line.Split(' '));

        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Verbose_AfterAFailure_ShowsWhere()
    {
        var run = await KitRun.Of("data", "check", "no-such-file.csv", "--verbose");
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("comp", "completion")]
    [InlineData("study ", "mandelbrot")]
    [InlineData("study mandelbrot --engine ", "threads-static")]
    [InlineData("data make ", "weather")]
    [InlineData("completion ", "fish")]
    [InlineData("kernel ", "uninstall")]
    [InlineData("lab ", "03-threads")]
    public async Task Suggest_OfWhatWasTyped_CompletesIt(string typed, string completion)
    {
        var run = await KitRun.Of($"[suggest:{typed.Length}]", typed);
        Assert.Contains(completion, run.Out.Split('\n').Select(line => line.Trim()));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Completion_OfEveryShell_AsksKitItself(string shell)
    {
        var run = await KitRun.Of("completion", shell);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("[suggest:", run.Out, StringComparison.Ordinal);
    }

    static IEnumerable<(Command Command, string[] Path)> Walk(Command command, string[] path) =>
        command.Subcommands.Where(child => !child.Hidden).SelectMany(child => Walk(child, [.. path, child.Name])).Prepend((command, path));
}
