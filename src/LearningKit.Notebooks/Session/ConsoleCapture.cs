using System.Text;

namespace LearningKit.Notebooks;

/// <summary>
/// Sends what cells write to <see cref="Console"/> to their <see cref="CellContext"/>. Code outside of cells keeps the console.
/// </summary>
static class ConsoleCapture
{
    static readonly Lock gate = new();
    static bool installed;

    /// <summary>Puts the capture in place, once a process.</summary>
    public static void Install()
    {
        lock (gate)
        {
            if (installed) return;
            installed = true;
            Console.SetOut(new Writer(StreamOutput.Out, Console.Out));
            Console.SetError(new Writer(StreamOutput.Error, Console.Error));
            Console.SetIn(new Reader(Console.In));
        }
    }

    sealed class Writer(string stream, TextWriter console) : TextWriter
    {
        public override Encoding Encoding => console.Encoding;

        public override void Write(char value) => Write(new ReadOnlySpan<char>(in value));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer)
        {
            if (CellContext.Current is not { } cell)
            {
                console.Write(buffer);
                return;
            }
            cell.ThrowIfItIsToEnd();
            cell.Write(stream, buffer);
        }

        public override void WriteLine() => Write("\n");

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void Flush()
        {
            if (CellContext.Current is null) console.Flush();
        }
    }

    sealed class Reader(TextReader console) : TextReader
    {
        public override int Peek() => Source.Peek();

        public override int Read() => Source.Read();

        public override string? ReadLine() => Source.ReadLine();

        public override string ReadToEnd() => Source.ReadToEnd();

        TextReader Source => CellContext.Current?.Input ?? console;
    }
}
