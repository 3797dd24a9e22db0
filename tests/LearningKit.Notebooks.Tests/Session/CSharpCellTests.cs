namespace LearningKit.Notebooks.Tests.Session;

public sealed class CSharpCellTests : SessionTests
{
    [Fact]
    public async Task Cell_LastExpression_IsShown() => Assert.Equal("42", (await Succeed("6 * 7")).Value);

    [Fact]
    public async Task Cell_ExpressionWithSemicolon_IsNotShown() => Assert.Null((await Succeed("var x = 1;\nx = x + 1;")).Value);

    [Fact]
    public async Task Cell_VoidCallWithoutSemicolon_IsNotShown()
    {
        var executed = await Succeed("Console.WriteLine(1)");
        Assert.Null(executed.Value);
        Assert.Equal("1\n", executed.Out);
    }

    [Fact]
    public async Task Variable_OfEarlierCell_IsThere()
    {
        await Succeed("var x = 6; int Twice(int a) => 2 * a; record Point(int X, int Y);");
        await Succeed("x++;");
        Assert.Equal("14", (await Succeed("Twice(x)")).Value);
        Assert.Equal("Point { X = 1, Y = 7 }", (await Succeed("new Point(1, x).ToString()")).Value);
    }

    [Fact]
    public async Task Using_OfEarlierCell_IsThere()
    {
        await Succeed("using System.Numerics;");
        Assert.Equal("4", (await Succeed("new BigInteger(4).ToString()")).Value);
    }

    [Fact]
    public async Task Await_AtTopLevel_GivesTheValue() =>
        Assert.Equal("5", (await Succeed("await Task.Run(() => 5)")).Value);

    [Fact]
    public async Task Cell_IsCompiledOptimised()
    {
        var executed = await Succeed("""
            using System.Diagnostics;
            class Probe { public static bool Optimised => !((DebuggableAttribute)Attribute.GetCustomAttribute(typeof(Probe).Assembly, typeof(DebuggableAttribute))!).IsJITOptimizerDisabled; }
            Probe.Optimised
            """);
        Assert.Equal("True", executed.Value);
    }

    [Fact]
    public async Task Library_OfTheKit_IsReferenced()
    {
        await Succeed("#r \"../artifacts/kit/LearningKit.dll\"\nusing LearningKit.Engines;");
        Assert.Equal("sequential", (await Succeed("new SequentialEngine().Name")).Value);
    }

    [Fact]
    public async Task CompilationError_SaysCellLineColumnAndShowsTheSource()
    {
        await Succeed("1");
        var executed = await Run("var a = 1;\nvar b = a + oops;");
        Assert.Equal(CellStatus.Failed, executed.Result.Status);
        Assert.Equal("CompilationError", executed.Result.Error!.Name);
        Assert.Equal(
            "Cell[2], line 2, column 13: error CS0103: The name 'oops' does not exist in the current context\n"
            + "    var b = a + oops;\n"
            + "                ^", executed.Trace);
    }

    [Fact]
    public async Task Exception_SaysCellAndLine_WithoutInternals()
    {
        await Succeed("int Divide(int a, int b)\n{\n    return a / b;\n}");
        var executed = await Run("var x = 0;\nDivide(1, x)");
        Assert.Equal("DivideByZeroException", executed.Result.Error!.Name);
        Assert.Equal(
            "DivideByZeroException: Attempted to divide by zero.\n"
            + "   Cell[1], line 3 in Divide: return a / b;\n"
            + "   Cell[2], line 2: Divide(1, x)", executed.Trace);
    }

    [Fact]
    public async Task Exception_InParallelFor_ShowsTheInnerOneWithItsLine()
    {
        var executed = await Run("Parallel.For(0, 1, i =>\n{\n    throw new InvalidOperationException(\"inner\");\n});");
        Assert.Contains("caused by", executed.Trace);
        Assert.Contains("InvalidOperationException: inner", executed.Trace);
        Assert.Contains("Cell[1], line 3 in a lambda", executed.Trace);
        Assert.DoesNotContain("CSharpSession", executed.Trace);
    }

    [Fact]
    public async Task Exception_AfterAwait_KeepsTheLine()
    {
        var executed = await Run("await Task.Yield();\nthrow new InvalidOperationException(\"late\");");
        Assert.Contains("Cell[1], line 2", executed.Trace);
        Assert.DoesNotContain("MoveNext", executed.Trace);
    }

    [Fact]
    public async Task Variables_OfAFailedCell_AreKept()
    {
        await Run("var kept = 3;\nthrow new InvalidOperationException();");
        Assert.Equal("3", (await Succeed("kept")).Value);
    }

    [Fact]
    public async Task Warning_ThatABeginnerNeeds_IsShown()
    {
        var executed = await Succeed("async Task Work() { await Task.Yield(); }\nasync Task Caller()\n{\n    Work();\n    await Task.Yield();\n}");
        Assert.Contains("Cell[1], line 4, column 5: warning CS4014", executed.Error);
    }

    [Fact]
    public async Task Warning_OfStyle_IsNotShown() => Assert.Empty((await Succeed("string? s = null; class A { int unused; }")).Error);

    [Fact]
    public async Task Cell_WithAnIndexOutOfRange_TellsWhyThereIsNoLine()
    {
        var failed = await Run("var numbers = new int[3];\nvar place = 5;\nnumbers[place] = 1;");
        Assert.Contains("Optimised code does not tell the line", failed.Trace);
        Assert.DoesNotContain("Script", failed.Trace);
        Assert.DoesNotContain("ThrowHelpers", failed.Trace);
    }
}
