using LearningKit.Notebooks.Tests.Session;

namespace LearningKit.Notebooks.Tests.Hints;

public sealed class HintTests : SessionTests
{
    [Theory]
    [InlineData("var w = new Stopwatch();", "Stopwatch is in System.Diagnostics. Add a line above: using System.Diagnostics;")]
    [InlineData("Stopwatch w;", "using System.Diagnostics;")]
    [InlineData("JsonSerializer.Serialize(1)", "JsonSerializer is in System.Text.Json. Add a line above: using System.Text.Json;")]
    [InlineData("new ThreadEngine()", "ThreadEngine is in LearningKit.Engines. Add a line above: using LearningKit.Engines;")]
    [InlineData("ImmutableArray<int> a;", "using System.Collections.Immutable;")]
    [InlineData("var v = Vector<int>.Zero;", "using System.Numerics;")]
    [InlineData("new[] { 1 }.ToImmutableArray()", "ToImmutableArray is in System.Collections.Immutable. Add a line above: using System.Collections.Immutable;")]
    [InlineData("console.WriteLine(1);", "Upper and lower case differ in C#: it is Console.")]
    [InlineData("Consol.WriteLine(1);", "Is Console meant?")]
    [InlineData("var number = 1; numbr", "Is number meant?")]
    [InlineData("\"a\".Lenght", "Is Length meant?")]
    [InlineData("\"a\".length", "it is Length.")]
    [InlineData("Console.Writeline(1);", "it is WriteLine.")]
    [InlineData("new[] { 1 }.Selct(x => x)", "Is Select meant?")]
    [InlineData("print(1)", "Console.WriteLine(…)")]
    [InlineData("if (True) { }", "it is true, in lower case")]
    [InlineData("object x = None;", "it is null")]
    [InlineData("foreach (var i in range(3)) { }", "Enumerable.Range")]
    [InlineData("def f(x):\n    return x", "#!python")]
    [InlineData("import numpy", "#!python")]
    [InlineData("var x = 1\nvar y = 2;", "Every statement ends with a semicolon")]
    [InlineData("void F() {\n  Console.WriteLine(1);", "The { in line 1 is not closed.")]
    [InlineData("var x = 1;\nfor (int i = 0; i < 3; i++ { }", "The ( in line 2 is not closed.")]
    [InlineData("Console.WriteLine(\"a);", "a \" is missing")]
    [InlineData("var s = 'hello';", "double quotes")]
    [InlineData("using var s = new MemoryStream();", "put braces { } around")]
    [InlineData("using MemoryStream s = new();", "put braces { } around")]
    [InlineData("Span<int> s = new int[3];", "Put braces { } around")]
    [InlineData("static class E { public static int Twice(this int x) => 2 * x; }", "#!library")]
    [InlineData("namespace A { class B { } }", "#!library")]
    [InlineData("var top = 3; class C { int F() => top; }", "Hand top over as a parameter")]
    [InlineData("int x = 1; int x = 2;", "A cell declares a name once.")]
    [InlineData("var gate = new object(); lock (gate) { await Task.Delay(1); }", "SemaphoreSlim")]
    [InlineData("Parallel.For(0, 3, i => { await Task.Delay(1); });", "Parallel.ForEachAsync")]
    [InlineData("int t = Task.FromResult(3);", "Wait for it: await Task.FromResult(3)")]
    [InlineData("Task.FromResult(\"x\").Length", "Wait for it: (await Task.FromResult(\"x\")).Length")]
    [InlineData("int half = 0.5 * 3;", "(int)(0.5 * 3)")]
    [InlineData("int three = \"3\";", "int.Parse(\"3\")")]
    [InlineData("string s = 3;", ".ToString()")]
    [InlineData("var a = 1; if (a = 2) { }", "== compares")]
    [InlineData("Math.Sqrt(1, 2)", "There is Sqrt(double d).")]
    [InlineData("var numbers = [1, 2];", "int[] numbers")]
    public async Task Mistake_OfABeginner_IsExplained(string code, string hint) => Assert.Contains(hint, (await Run(code)).Trace);

    [Theory]
    [InlineData("var b = a + oops;")]
    [InlineData("int F(int a) { if (a > 1) return 2; }")]
    [InlineData("\"a\".Foo()")]
    public async Task Message_ThatSaysItAll_HasNoHint(string code) => Assert.All((await Run(code)).Trace.Split('\n').Chunk(3), error => Assert.EndsWith("^", error[^1]));

    [Fact]
    public async Task Hint_ForSeveralErrors_IsGivenOnce() =>
        Assert.Single((await Run("True; True; 1")).Trace.Split('\n'), line => line.Contains("it is true"));

    [Theory]
    [InlineData("{ using var s = new MemoryStream(); Span<int> t = stackalloc int[3]; }")]
    [InlineData("using (var s = new MemoryStream()) { }")]
    [InlineData("var gate = new SemaphoreSlim(1); await gate.WaitAsync(); gate.Release();")]
    [InlineData("#!library\nnamespace A;\npublic static class E { public static int Twice(this int x) => 2 * x; }")]
    [InlineData("await Parallel.ForAsync(0, 3, async (i, cancel) => { await Task.Delay(1); });")]
    public async Task WhatHintsAdvise_Works(string code) => await Succeed(code);
}
