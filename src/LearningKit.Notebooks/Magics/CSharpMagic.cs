namespace LearningKit.Notebooks.Magics;

/// <summary>C#: the language of lines that no other magic takes.</summary>
sealed class CSharpMagic : Magic
{
    public override string Name => "csharp";

    public override IReadOnlyList<string> Aliases => ["c#", "C#", "cs", ".net-csharp"];

    public override string Summary => "The lines below are C#, in the session's state.";

    public override string Usage =>
        """
        #!csharp
        var answer = 6 * 7;
        answer
        """;

    public override bool TakesBody => true;

    public override void Run(MagicCall call) => call.Session.RunCSharp(call.Body, call.Segment.FirstLine, call.Cell, call.Thread);
}
