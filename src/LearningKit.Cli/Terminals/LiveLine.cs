namespace LearningKit.Cli.Terminals;

/// <summary>
/// The line that says what is going on. On a terminal it is rewritten in place, and only when something happened: a
/// spinner would take processor time from what is measured. Elsewhere only finished lines are written.
/// </summary>
/// <remarks>Thread-safe.</remarks>
sealed class LiveLine(Terminal terminal)
{
    readonly Lock writing = new();
    bool open;

    /// <summary>Shows what is being done now.</summary>
    public void Show(string text)
    {
        if (!terminal.IsLive) return;
        lock (writing)
        {
            terminal.Out.Write($"\r\e[2K{(text.Length < terminal.Width ? text : text[..(terminal.Width - 1)])}");
            terminal.Out.Flush();
            open = true;
        }
    }

    /// <summary>Writes what stays.</summary>
    public void Finish(string text)
    {
        lock (writing)
        {
            terminal.Out.WriteLine(open ? $"\r\e[2K{text}" : text);
            terminal.Out.Flush();
            open = false;
        }
    }

    /// <summary>Removes the line.</summary>
    public void Clear()
    {
        lock (writing)
        {
            if (open) terminal.Out.Write("\r\e[2K");
            open = false;
        }
    }
}
