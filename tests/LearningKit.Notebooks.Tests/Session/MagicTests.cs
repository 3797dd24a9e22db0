using LearningKit.Notebooks.Magics;

namespace LearningKit.Notebooks.Tests.Session;

public sealed class MagicTests : SessionTests
{
    [Fact]
    public async Task Library_WithNamespaceAndExtension_IsUsedByLaterCells()
    {
        await Succeed("#!library\nnamespace Lesson;\npublic static class Words\n{\n    public static int CountWords(this string text) => text.Split(' ').Length;\n}");
        Assert.Equal("3", (await Succeed("using Lesson;\n\"a b c\".CountWords()")).Value);
    }

    [Fact]
    public async Task Library_CompiledAgain_ReplacesTheOldOne()
    {
        await Succeed("#!library\npublic static class Version { public static int Number => 1; }");
        Assert.Equal("1", (await Succeed("Version.Number")).Value);
        await Succeed("#!library\npublic static class Version { public static int Number => 2; }");
        Assert.Equal("2", (await Succeed("Version.Number")).Value);
    }

    [Fact]
    public async Task Library_IsAnOptimisedFileOnDisk()
    {
        await Succeed("#!library\npublic sealed class OnDisk { }");
        var path = (await Succeed("typeof(OnDisk).Assembly.Location")).Value;
        Assert.True(File.Exists(path), path);
    }

    [Fact]
    public async Task Library_WithAnError_SaysCellAndLine() =>
        Assert.StartsWith("Cell[1], line 3, column 31: error CS0103", (await Run("#!library\nclass A\n{ static int Wrong() { return oops; } }")).Trace);

    [Fact]
    public async Task Library_ThatThrows_ShowsItsLine()
    {
        await Succeed("#!library\npublic static class Thrower\n{\n    public static void Throw() => throw new System.InvalidOperationException(\"here\");\n}");
        Assert.Contains("Cell[1], line 4 in Throw", (await Run("Thrower.Throw();")).Trace);
    }

    [Fact]
    public async Task Time_ShowsTheTimeAtTheEnd()
    {
        var executed = await Succeed("#!time\nConsole.WriteLine(\"work\");");
        Assert.Matches(@"^work\nWall time: [\d.]+ m?s\n$", executed.Out);
    }

    [Fact]
    public async Task Html_IsShownAsHtml() => Assert.Equal("<b>7</b>", Shown(await Succeed("#!html\n<b>7</b>")).Text(MimeBundle.Html));

    [Fact]
    public async Task Markdown_IsShownAsHtml() => Assert.Contains("<strong>two</strong>", Shown(await Succeed("#!markdown\n**two** cores")).Text(MimeBundle.Html));

    [Fact]
    public async Task Mermaid_HasItsTextAndAltText()
    {
        var data = Shown(await Succeed("#!mermaid Three steps\nflowchart LR; a --> b"));
        Assert.Equal("flowchart LR; a --> b", data.Text(MimeBundle.Mermaid));
        Assert.Contains("aria-label=\"Three steps\"", data.Text(MimeBundle.Html));
    }

    [Fact]
    public async Task JavaScript_ThatNamesAScriptEnd_StaysInItsElement() =>
        Assert.Equal(1, Shown(await Succeed("#!javascript\nelement.innerHTML = '</script>';")).Text(MimeBundle.Html)!.Split("</script").Length - 1);

    [Fact]
    public async Task Cell_WithSeveralLanguages_RunsThemInOrder()
    {
        var executed = await Succeed("Console.WriteLine(\"one\");\n#!html\n<i>two</i>\n#!csharp\nConsole.WriteLine(\"three\");");
        Assert.Equal(["one\n", "<i>two</i>", "three\n"], executed.Outputs.Select(output => output switch
        {
            StreamOutput stream => stream.Text,
            DisplayOutput display => display.Data.Text(MimeBundle.Html),
            _ => "?",
        }));
    }

    [Fact]
    public async Task Error_BehindAMagic_HasTheLineOfTheCell() =>
        Assert.StartsWith("Cell[1], line 4, column 1", (await Run("#!html\n<p>\n#!csharp\noops")).Trace);

    [Fact]
    public async Task Whos_ListsVariablesWithTypeAndValue()
    {
        await Succeed("var n = 3; var names = new List<string> { \"a\" };");
        await Succeed("var n = 4.5;");
        var text = Shown(await Succeed("#!whos")).Text(MimeBundle.Plain)!;
        Assert.Matches(@"n\s+double\s+4\.5", text);
        Assert.Matches(@"names\s+List<string>\s+\[""a""\]", text);
    }

    [Fact]
    public async Task ListMagic_NamesEveryMagic()
    {
        var text = (await Succeed("#!lsmagic")).Out;
        Assert.All(MagicCatalog.All, magic => Assert.Contains($"#!{magic.Name} ", text));
    }

    [Fact]
    public async Task EveryMagic_WithHelp_ShowsHowToUseIt()
    {
        foreach (var magic in MagicCatalog.All)
            Assert.StartsWith($"#!{magic.Name}: ", (await Succeed($"#!{magic.Name} --help")).Out);
    }

    [Theory]
    [InlineData("%%bash\nls", "Write #!bash")]
    [InlineData("%%time\nls", "Write #!time")]
    [InlineData("#!pyhton\n1", "Write #!python")]
    [InlineData("#!kusto\n1", "#!lsmagic lists what there is")]
    [InlineData("#!sql\nselect 1", "wait for the kit's own data frame")]
    [InlineData("#!fsharp\n1", "belongs to .NET Interactive")]
    [InlineData("#!value --name x", "#!set --name x")]
    [InlineData("%time 1 + 1", "Write #!time")]
    [InlineData("%matplotlib inline\n1", "show by themselves")]
    [InlineData("#!python\n%matplotlib inline\n1", "show by themselves")]
    [InlineData("#!python\n!pip install numpy", "Write #!bash")]
    [InlineData("!ls -l", "Write #!bash on a line, and ls -l below it")]
    [InlineData("!ls", "Write #!bash")]
    public async Task UnknownMagic_GetsAHint(string code, string hint) => Assert.Contains(hint, (await Run(code)).Trace);

    [Theory]
    [InlineData("var env = false;\n!env", "True")]
    [InlineData("var found = true;\n#!csharp\n!found", "False")]
    [InlineData("bool echo = true;\n#!csharp\n!echo && true", "False")]
    public async Task Code_ThatLooksLikeAnotherKernels_IsExecuted(string code, string value) => Assert.Equal(value, (await Succeed(code)).Value);

    [Fact]
    public async Task Mermaid_BeginningWithAComment_IsDrawn() =>
        Assert.StartsWith("%% note", Shown(await Succeed("#!mermaid\n%% note\nflowchart LR; a --> b")).Text(MimeBundle.Mermaid));

    [Fact]
    public async Task Load_RunsAFile()
    {
        var folder = Directory.CreateTempSubdirectory("learningkit-test-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "part.cs"), "int FromFile() => 9;");
            await using var session = new CSharpSession(new() { WorkingDirectory = folder.FullName });
            var result = await session.ExecuteAsync("#load \"part.cs\"\nif (FromFile() != 9) throw new Exception();");
            Assert.True(result.Succeeded, $"{result.Error}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Reference_ToAMissingFile_IsNamed() =>
        Assert.Contains("there is no file", (await Run("#r \"no/such.dll\"\n1")).Trace);

    [Fact]
    public async Task Reference_ToAFile_IsLoaded()
    {
        var path = typeof(FsCheck.Config).Assembly.Location;
        await Succeed($"#r \"{path}\"");
        Assert.Equal("FsCheck", (await Succeed("typeof(FsCheck.Config).Assembly.GetName().Name")).Value);
    }

    static MimeBundle Shown(Executed executed) => Assert.IsType<DisplayOutput>(executed.Outputs[^1]).Data;
}
