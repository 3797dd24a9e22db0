namespace LearningKit.Notebooks;

/// <summary>The keyboard as one cell's code reads it: each line is asked for when it is needed.</summary>
/// <param name="ask">Asks for a line.</param>
sealed class CellInput(Func<string> ask) : TextReader
{
    string rest = "";

    /// <inheritdoc/>
    public override int Peek() => rest.Length > 0 ? rest[0] : -1;

    /// <inheritdoc/>
    public override int Read()
    {
        if (rest.Length == 0) rest = ask() + "\n";
        var next = rest[0];
        rest = rest[1..];
        return next;
    }

    /// <inheritdoc/>
    public override string ReadLine()
    {
        var line = rest.Length > 0 ? rest.TrimEnd('\n') : ask();
        rest = "";
        return line;
    }

    /// <inheritdoc/>
    public override string ReadToEnd() => ReadLine();
}
