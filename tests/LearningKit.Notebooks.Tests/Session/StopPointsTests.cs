using Microsoft.CodeAnalysis.CSharp;

namespace LearningKit.Notebooks.Tests.Session;

public sealed class StopPointsTests : SessionTests
{
    const string Passing = "if(global::LearningKit.Stopping.StopPoint.IsWanted)global::LearningKit.Stopping.StopPoint.Pass();";

    [Theory]
    [InlineData("while (true) F();", "while (true) {·F();}")]
    [InlineData("for (;;) { new object(); }", "for (;;) {· new object(); }")]
    [InlineData("do ; while (F());", "do {·;} while (F());")]
    [InlineData("foreach (var x in F()) n++;", "foreach (var x in F()) {·n++;}")]
    [InlineData("foreach (var (a, b) in F()) n++;", "foreach (var (a, b) in F()) {·n++;}")]
    [InlineData("Action a = () => { while (true) F(); };", "Action a = () => { while (true) {·F();} };")]
    [InlineData("void M() { while (true) text += \"x\"; }", "void M() { while (true) {·text += \"x\";} }")]
    [InlineData("while (true)\n  while (true)\n    F();", "while (true)\n  {·while (true)\n    {·F();}}")]
    [InlineData("class C { void M() { while (true) lock (this) n++; } }", "class C { void M() { while (true) {·lock (this) n++;} } }")]
    public void Loop_ThatCalls_GetsAStopPoint(string code, string rewritten) =>
        Assert.Equal(rewritten.Replace("·", Passing, StringComparison.Ordinal), StopPoints.Rewrite(Parse(code))?.ToString());

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (int i = 0; i < n; i++) sum += Math.Sqrt(a[i]);")]
    [InlineData("foreach (var x in xs) sum += x;")]
    [InlineData("while (true) { Action a = () => F(); }")]
    [InlineData("F();")]
    public void Code_WithoutALoopThatCalls_StaysAsItIs(string code) => Assert.Null(StopPoints.Rewrite(Parse(code)));

    [Theory]
    [InlineData("var n = 0; foreach (var i in Enumerable.Range(0, 4)) if (i % 2 == 0) continue; else n += i; n", "4")]
    [InlineData("IEnumerable<int> Odd() { for (var i = 1; ; i += 2) yield return i; } Odd().Take(3).Sum()", "9")]
    [InlineData("var n = 0; async Task Count() { while (n < 3) { await Task.Yield(); n++; } } await Count(); n", "3")]
    [InlineData("int First(string s) { foreach (var c in s.Trim()) return c; throw new Exception(); } First(\" a\")", "97")]
    public async Task Code_WithStopPoints_MeansTheSame(string code, string value) => Assert.Equal(value, (await Succeed(code)).Value);

    [Fact]
    public async Task Lines_KeepTheirNumbers()
    {
        var failed = await Run("var n = 0;\nwhile (true)\n    if (n++ == 3) int.Parse(\"x\");");
        Assert.Contains("line 3", failed.Trace);
    }

    static Microsoft.CodeAnalysis.SyntaxTree Parse(string code) =>
        CSharpSyntaxTree.ParseText(code, SubmissionChain.ScriptSyntax);
}
