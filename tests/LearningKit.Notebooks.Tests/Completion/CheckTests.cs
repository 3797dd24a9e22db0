namespace LearningKit.Notebooks.Tests.Completion;

public sealed class CheckTests(NotebookFixture notebook) : IClassFixture<NotebookFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("// a note")]
    [InlineData("#!python\nfor x in y:")]
    [InlineData("#!bash\nls (")]
    [InlineData("var x = (1\n#!markdown\ntext")]
    [InlineData("#!time\nvar x = 1;")]
    [InlineData("#!lsmagic")]
    [InlineData("#!library\nnamespace A;\nclass B { }")]
    [InlineData("#!python\nfor x in y:\n#!csharp\n1")]
    public async Task Whole_IsComplete(string code) => Assert.Equal(CodeStatus.Complete, await notebook.Session.CheckAsync(code));

    [Theory]
    [InlineData("foo(")]
    [InlineData("if (true)")]
    [InlineData("if (true) {")]
    [InlineData("[1, 2")]
    [InlineData("1 +")]
    [InlineData("x.")]
    [InlineData("var s = \"abc")]
    [InlineData("var s = @\"abc")]
    [InlineData("var s = \"\"\"\nabc")]
    [InlineData("$\"{a")]
    [InlineData("/* abc")]
    [InlineData("class A")]
    [InlineData("#!time\nfoo(")]
    [InlineData("#!library\nclass A {")]
    [InlineData("#!python\nx = 1\n#!csharp\nfoo(")]
    public async Task SomethingOpen_IsIncomplete(string code) => Assert.Equal(CodeStatus.Incomplete, await notebook.Session.CheckAsync(code));

    [Theory]
    [InlineData("foo(]")]
    [InlineData("var x = 1\nvar y = 2;")]
    [InlineData("#!nonsense\n1")]
    [InlineData("#!library\nclass A ( }")]
    [InlineData("namespace A { }")]
    public async Task Wrong_IsInvalid(string code) => Assert.Equal(CodeStatus.Invalid, await notebook.Session.CheckAsync(code));
}
