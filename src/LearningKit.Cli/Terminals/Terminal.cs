using Spectre.Console;

namespace LearningKit.Cli.Terminals;

/// <summary>Where a command writes and asks. Answers go to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
/// <param name="output">Results.</param>
/// <param name="error">Messages and questions.</param>
/// <param name="input">Answers to questions; null when nobody is there to answer.</param>
sealed class Terminal(TextWriter output, TextWriter error, TextReader? input = null)
{
    /// <summary>Results.</summary>
    public TextWriter Out => output;

    /// <summary>Messages, questions, complaints.</summary>
    public TextWriter Error => error;

    /// <summary>True when a line on <see cref="Out"/> can be rewritten in place.</summary>
    public bool IsLive { get; init; }

    /// <summary>True when colours may be used: on a terminal, unless NO_COLOR is set.</summary>
    public bool HasColour { get; init; }

    /// <summary>Characters in a line.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Whether someone is there to answer a question.</summary>
    public bool CanAsk => input is not null;

    /// <summary>The terminal in which the program was started.</summary>
    public static Terminal Standard()
    {
        var live = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var answers = !Console.IsInputRedirected && !Console.IsErrorRedirected ? Console.In : null;
        return new(Console.Out, Console.Error, answers)
        {
            IsLive = live,
            HasColour = live && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = live ? Math.Max(40, Console.WindowWidth) : 100,
        };
    }

    /// <summary>Asks a question that is answered with yes or no; an empty answer means yes.</summary>
    public bool Confirm(string question)
    {
        error.Write($"{question} [Y/n] ");
        error.Flush();
        var answer = input?.ReadLine()?.Trim();
        return answer is not null && (answer.Length == 0 || answer.StartsWith('y') || answer.StartsWith('Y'));
    }

    /// <summary>Writes a table: the first row of cells are the headings.</summary>
    public void WriteTable(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = HasColour ? TableBorder.Rounded : TableBorder.Ascii2 };
        foreach (var heading in headings) table.AddColumn(new TableColumn(new Text(heading)));
        foreach (var row in rows) table.AddRow(row.Select(cell => new Text(cell)));
        Ansi().Write(table);
    }

    IAnsiConsole Ansi()
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = HasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Width;
        return console;
    }
}
