using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningKit.Notebooks.Tests.Session;

public sealed class LoopLocalsTests : SessionTests
{
    [Theory]
    [InlineData("long sum = 0; for (int i = 0; i < 9; i++) sum += i;", "sum")]
    [InlineData("var a = new int[9]; for (int i = 0; i < a.Length; i++) a[i] = i;", "a")]
    [InlineData("int n = 0; if (n == 0) while (n < 9) n++;", "n")]
    [InlineData("var limit = TimeSpan.Zero; do Console.Write(limit); while (limit.Ticks < 0);", "limit")]
    [InlineData("int n = 0; class C { public static int M(int n) => n; } while (n < 9) n += C.M(1);", "n")]
    [InlineData("int n = 0; int Twice(int n) => 2 * n; Func<int, int> f = n => n; while (n < 9) n = Twice(n) + 1;", "n")]
    [InlineData("string text = \"\"; foreach (var word in new[] { 1 }) text = text + word;", "text")]
    public void Loop_AtTheTopOfACell_ReadsLocals(string code, string name) => Assert.Contains($"{{var @{name}=", Rewritten(code));

    [Theory]
    [InlineData("bool go = true; new Thread(() => go = false).Start(); while (go) { }")]
    [InlineData("int n = 0; void Step() => n++; while (n < 9) Step();")]
    [InlineData("int n = 0; Func<int, int> f = x => x + n; while (n < 9) n++;")]
    [InlineData("int n = 0; Action<int> f = m => { Action<int> g = n => n++; n++; }; while (n < 9) n++;")]
    [InlineData("int n = 0; var q = from x in new[] { 1 } select x + n; while (n < 9) n++;")]
    [InlineData("int n = 0; { ref int other = ref n; while (n < 9) other++; }")]
    [InlineData("int n = 0; while (n < 9) Interlocked.Increment(ref n);")]
    [InlineData("(int X, int Y) pair = (0, 0); while (pair.X < 9) pair.X++;")]
    [InlineData("int n = 0; while (n < 9) { await Task.Yield(); n++; }")]
    [InlineData("int n = 0; var a = 0; while (a < 0) { a = n++; n = a; int.TryParse(\"1\", out a); }")]
    [InlineData("const int n = 9; while (n < 0) { }")]
    [InlineData("Console.WriteLine(1);")]
    public void Variable_ThatCouldBeSeenElsewhere_StaysAField(string code) => Assert.Null(Rewrite(code));

    [Fact]
    public void Variable_ThatAnEarlierCellSharesWithAFunction_StaysAField()
    {
        var loops = new LoopLocals();
        loops.Remember([Parse("int n = 0; Action step = () => n++;")]);
        Assert.Null(Rewrite("int n = 0; while (n < 9) n++;", loops));
    }

    [Theory]
    [InlineData("var n = 0; while (n < 9) n++; n", "9")]
    [InlineData("var n = 0; while (n < 9) ++n; n", "9")]
    [InlineData("var n = 9; for (; n > 0; n--) { } n", "0")]
    [InlineData("var n = 0; var m = 1; while (n < 9) m += 2 * ++n; m", "91")]
    [InlineData("var n = 0; var m = 0; while ((n = m + 2) < 9) m = n; m", "8")]
    [InlineData("(int a, int b) = (0, 1); int k = 0; while (k < 5) { (a, b) = (b, a + b); k++; } a", "5")]
    [InlineData("int a = 0, b = 1; for (int i = 0; i < 5; i++) (a, b) = (b, a + b); a", "5")]
    [InlineData("string s = null; for (int i = 0; i < 3; i++) { s ??= \"x\"; s += i; } s", "x012")]
    [InlineData("var n = 0; foreach (var i in new[] { 1, 2 }) { var both = new { n, i }; n = both.n + both.i; } n", "3")]
    [InlineData("var n = 1; var s = \"\"; while (n < 2) { s = nameof(n); n++; } s", "n")]
    [InlineData("var n = 0; for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) { if (j == 2) break; n++; } } n", "6")]
    [InlineData("int @class = 0; while (@class < 3) @class++; @class", "3")]
    [InlineData("var n = 0; while (int.TryParse($\"{n}\", out var parsed) && parsed < 4) n++; n", "4")]
    [InlineData("byte b = 250; for (int i = 0; i < 10; i++) b++; b", "4")]
    public async Task Loop_ReadingLocals_EndsWithTheSameValues(string code, string value) => Assert.Equal(value, (await Succeed(code)).Value);

    [Fact]
    public async Task Loop_EndedByAnException_LeavesTheValuesOfThatMoment()
    {
        var failed = await Run("var n = 0;\nvar a = new int[3];\nwhile (true)\n{\n    n++;\n    a[n % 3] = n == 3 ? throw new InvalidOperationException() : n;\n}");
        Assert.Contains("Cell[1], line 6", failed.Trace);
        Assert.Equal("3", (await Succeed("n")).Value);
    }

    [Fact]
    public void Loop_OverAVariableThatWasDeclaredAgain_ReadsLocals()
    {
        var before = Compile(Parse("int n = 0;"), null);
        Assert.Contains("{var @n=", Rewrite("long n = 0; while (n < 9) n++;", previous: before)!.ToString());
        Assert.Null(Rewrite("(int X, int Y) n = (0, 0); while (n.X < 9) n.X++;", previous: before));
    }

    [Fact]
    public async Task Loop_OfALaterCell_ReadsLocalsToo()
    {
        const string hasLocalsForFields =
            "new System.Diagnostics.StackFrame().GetMethod().GetMethodBody().LocalVariables.Any(local => local.LocalType.IsByRef)";
        Assert.Equal("False", (await Succeed($"int n = 0;\n{hasLocalsForFields}")).Value);
        Assert.Equal("True", (await Succeed($"while (n < 9) n++;\n{hasLocalsForFields}")).Value);
        Assert.Equal("True", (await Succeed($"int n = 0; while (n < 9) n++;\n{hasLocalsForFields}")).Value);
    }

    [Fact]
    public async Task Loop_OverVariablesOfEarlierCells_ChangesThem()
    {
        await Succeed("var n = 0; var list = new List<int>();");
        await Succeed("for (int i = 0; i < 4; i++) { n += i; list.Add(n); }");
        Assert.Equal("6 4", (await Succeed("$\"{n} {list.Count}\"")).Value);
    }

    [Fact]
    public async Task Loop_WithAnError_NamesThePlaceThatWasWritten()
    {
        var failed = await Run("var n = 0; while (n < 9) n += missing;");
        Assert.Contains("line 1, column 31", failed.Trace);
    }

    [Fact]
    public async Task AnyLoops_ReadingLocals_EndAsInAMethod()
    {
        const int programs = 30;
        foreach (var (statements, number) in Statements(3).Sample(programs, 8).Select((statements, number) => (statements, number)))
        {
            var program = $"try {{ {string.Concat(statements)} }} catch (InvalidOperationException) {{ }}";
            await Succeed($"int a{number} = 1, b{number} = 2, fuel{number} = 40;\n{Named(program, number)}");
            await Succeed($"string F{number}() {{ int x = 1, y = 2, z = 40;\n{program.Replace("§a", "x").Replace("§b", "y").Replace("§f", "z")}\nreturn $\"{{x}} {{y}} {{z}}\"; }}");
            var both = (await Succeed($"$\"{{a{number}}} {{b{number}}} {{fuel{number}}}|{{F{number}()}}\"")).Value!.Split('|');
            Assert.True(both[0] == both[1], $"{both[0]} and {both[1]} from:\n{program}");
        }

        static string Named(string program, int number) =>
            program.Replace("§a", $"a{number}").Replace("§b", $"b{number}").Replace("§f", $"fuel{number}");
    }

    static readonly Gen<string> variable = Gen.Elements("§a", "§b");

    static readonly Gen<string> simple =
        from target in variable
        from source in variable
        from constant in Gen.Choose(-3, 9)
        from form in Gen.Elements(
            "{0} = {1} + {2};", "{0} += {1};", "{0} ^= {2};", "{0}++;", "--{0};", "{0} = --{1} * 2;", "(§a, §b) = (§b, §a);", "{0} = {1}++;",
            "if ({0} % 3 == {2}) throw new InvalidOperationException();", "int.TryParse(\"{2}\", out {0});", "{0} = {1} = {2};")
        select form.Replace("{0}", target).Replace("{1}", source).Replace("{2}", $"{constant}");

    static Gen<string> Statement(int depth) => depth == 0 ? simple : Gen.OneOf(
        simple,
        from body in Statements(depth - 1) from end in Gen.Choose(0, 5) select $"for (int i{depth} = 0; i{depth} < {end}; i{depth}++) {{ {string.Concat(body)} }}",
        from body in Statements(depth - 1) from step in Gen.Elements("--§f", "(§f -= 2)") select $"while ({step} > 0) {{ {string.Concat(body)} }}",
        from body in Statements(depth - 1) from least in Gen.Choose(0, 9) select $"do {{ {string.Concat(body)} if (§a > {least}) break; if (§b > 3) continue; §b++; }} while (--§f > 0);",
        from body in Statements(depth - 1) from other in Statements(depth - 1) select $"if (§a > §b) {{ {string.Concat(body)} }} else {{ {string.Concat(other)} }}",
        from body in Statements(depth - 1) select $"try {{ {string.Concat(body)} }} catch (InvalidOperationException) {{ §b += 7; }}");

    static Gen<List<string>> Statements(int depth) => Statement(depth).ListOf(3).Select(statements => statements.ToList());

    static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, SubmissionChain.ScriptSyntax);

    static string Rewritten(string code) => Rewrite(code)!.ToString();

    static SyntaxTree? Rewrite(string code, LoopLocals? loops = null, CSharpCompilation? previous = null)
    {
        var tree = Parse(code);
        return (loops ?? new()).Rewrite(tree, () => Compile(tree, previous).GetSemanticModel(tree));
    }

    static CSharpCompilation Compile(SyntaxTree tree, CSharpCompilation? previous) => CSharpCompilation.CreateScriptCompilation(
        "Cell",
        tree,
        [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), MetadataReference.CreateFromFile(typeof(Console).Assembly.Location)],
        new(OutputKind.DynamicallyLinkedLibrary, usings: ["System", "System.Threading"]),
        previous);
}
