namespace LearningKit.Notebooks.Tests.Completion;

public sealed class DirectiveCompletionTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("completion").FullName;

    public DirectiveCompletionTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "libs", "inner"));
        foreach (var file in new[] { "libs/own.dll", "libs/notes.txt", "libs/.hidden.dll", "start.cs", "data.csv" }) File.WriteAllText(Path.Combine(folder, file), "");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("#!|", "#!python #!bash #!lsmagic #!time #!csharp", "#!py #!sh")]
    [InlineData("#!py|", "#!python #!py", "#!bash")]
    [InlineData("var x = 1;\n#!ti|\nx", "#!time", "#!bash")]
    [InlineData("  #!ls|", "#!lsmagic", "")]
    [InlineData("#!time --|", "--help", "")]
    [InlineData("#!share --f|", "--from", "--as")]
    [InlineData("#!share --from |", "python csharp", "--as answer")]
    [InlineData("#!share --from csharp an|", "answer", "")]
    [InlineData("#!python\nx = 1\n#!cs|", "#!csharp #!cs", "")]
    [InlineData("#|", "#r_\" #load_\" #!python", "")]
    [InlineData("#r \"|", "libs/ nuget:_", "data.csv start.cs")]
    [InlineData("#r \"libs/|", "own.dll inner/", "notes.txt .hidden.dll nuget:_")]
    [InlineData("#r \"libs/o|\"", "own.dll", "inner/")]
    [InlineData("#load \"|\"", "start.cs libs/", "data.csv")]
    [InlineData("File.ReadAllText(\"./|\")", "data.csv libs/", "")]
    [InlineData("File.ReadAllText(\"libs/n|", "notes.txt", "own.dll")]
    [InlineData("File.ReadAllText(\"https://|", "", "data.csv")]
    [InlineData("File.ReadAllText(\"nowhere/|", "", "data.csv")]
    [InlineData("#!markdown\n#r \"|", "", "libs/")]
    public async Task Line_OffersWhatItTakes(string text, string offered, string notOffered)
    {
        var names = (await Complete(text)).Items.Select(item => item.Text.Replace(' ', '_')).ToHashSet();
        Assert.All(Names(offered), name => Assert.Contains(name, names));
        Assert.All(Names(notOffered), name => Assert.DoesNotContain(name, names));
    }

    [Fact]
    public async Task Magic_IsReplacedWhole()
    {
        var list = await Complete("1\n  #!pyt|hon");
        Assert.Equal((4, 12), (list.Start, list.End));
        Assert.StartsWith("The lines below are Python", list.Items[0].Signature);
    }

    [Fact]
    public async Task Package_OnThisMachine_IsOfferedInItsOwnSpelling_AndItsVersions()
    {
        var list = await Complete("#r \"nuget: fschec|");
        Assert.Equal((11, 17), (list.Start, list.End));
        Assert.Equal("FsCheck", list.Items[0].Text);
        Assert.Contains((await Complete("#r \"nuget: FsCheck, |")).Items, item => item.Kind == "version" && item.Text.StartsWith("3.", StringComparison.Ordinal));
    }

    static string[] Names(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    async Task<CompletionList> Complete(string text)
    {
        var (code, position) = Marked.Parse(text);
        await using var session = new CSharpSession(new() { WorkingDirectory = folder });
        if (text.StartsWith("#!share", StringComparison.Ordinal)) await session.ExecuteAsync("var answer = 42;");
        return await session.CompleteAsync(code, position);
    }
}
