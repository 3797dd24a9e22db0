namespace LearningKit.Notebooks.Magics;

/// <summary>Lists every magic.</summary>
sealed class ListMagic : Magic
{
    public override string Name => "lsmagic";

    public override string Summary => "Lists what lines beginning with #! can do.";

    public override string Usage => "#!lsmagic";

    public override bool TakesBody => false;

    public override void Run(MagicCall call)
    {
        var width = MagicCatalog.All.Max(magic => magic.Name.Length);
        foreach (var magic in MagicCatalog.All) call.Cell.Write(StreamOutput.Out, $"#!{magic.Name.PadRight(width)}  {magic.Summary}\n");
        call.Cell.Write(StreamOutput.Out, "\n#r \"nuget: Name, 1.2.3\", #r \"file.dll\" and #load \"file.cs\" work in C#. Add --help to a magic to see how it is used.\n");
    }
}
