namespace LearningKit.Notebooks.Magics;

/// <summary>Compiles the lines below as an ordinary C# file.</summary>
sealed class LibraryMagic : Magic
{
    public override string Name => "library";

    public override IReadOnlyList<string> Aliases => ["lib"];

    public override string Summary => "The lines below are an ordinary C# file, compiled optimised to disk and used by later cells.";

    public override string Usage =>
        """
        #!library
        namespace Lesson;

        public static class Words
        {
            public static int CountWords(this string text) => text.Split(' ').Length;
        }

        A library may hold what cells may not: namespaces, extension methods, using var, spans, entry points for benchmarks.
        It sees other libraries and #r, but no variables of cells. Run it again to replace it.
        """;

    public override bool TakesBody => true;

    public override void Run(MagicCall call) => call.Session.CompileLibrary(call.Body, call.Segment.FirstLine, call.Cell);
}
