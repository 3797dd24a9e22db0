namespace LearningKit.Notebooks.Tests.Shipping;

/// <summary>What is typed in cells runs in worker processes. The tests share a session and a pool, so each declares names of its own.</summary>
public sealed class CellsOnAPoolTests(PoolOfSession cells) : IClassFixture<PoolOfSession>
{
    /// <summary>What earlier cells declare, one after the other, an expression that calls the pool, and what it shows.</summary>
    public static TheoryData<string[], string, string> Calls => new()
    {
        {
            ["int Twice(int x) => 2 * x;", "record Pixel(int X, int Y);", "double scale = 1.5;"],
            "string.Join(' ', pool.Map(i => { var p = new Pixel(i, Twice(i)); return (p.X + p.Y) * scale; }, [1, 2, 3]))",
            "4.5 9 13.5"
        },
        { ["record Shape(string Name) { public virtual int Sides => 0; } record Square() : Shape(\"square\") { public override int Sides => 4; }"], "pool.Apply(() => new Square()).ToString()", "Square { Name = square, Sides = 4 }" },
        { ["abstract class Animal { public abstract string Sound(); } class Cat : Animal { public override string Sound() => \"meow\"; } Animal animal = new Cat();"], "pool.Apply(() => animal.Sound())", "meow" },
        { ["T Last<T>(IEnumerable<T> items) => items.Last();"], "pool.Apply(() => Last(new[] { \"a\", \"b\" }) + Last(new[] { 1, 2 }))", "b2" },
        { ["int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);"], "pool.Apply(() => Fibonacci(15))", "610" },
        { ["int bonus = 10;"], "pool.Apply(() => { int Add(int x) => x == 0 ? bonus : 1 + Add(x - 1); return Add(3); })", "13" },
        { ["async Task<int> Later(int x) { await Task.Yield(); return x + 1; }"], "await pool.ApplyAsync(async () => await Later(1))", "2" },
        { ["static class Settings { public static int Level = 1; }", "Settings.Level = 7;"], "pool.Apply(() => Settings.Level)", "7" },
        { ["Func<int, int> AddTo(int n) => x => x + n;", "var addFive = AddTo(5);"], "pool.Apply(() => addFive(1))", "6" },
        { ["IEnumerable<int> Evens() { for (var i = 0; ; i += 2) yield return i; }"], "pool.Apply(() => Evens().Skip(2).First())", "4" },
        { ["var open = File.OpenRead(typeof(object).Assembly.Location); int closed = 3;"], "pool.Apply(() => closed)", "3" },
        { ["static class Log { public static StreamReader Reader = new(typeof(object).Assembly.Location); public static int Count = 2; }"], "pool.Apply(() => Log.Count)", "2" },
        { ["#!library\nnamespace Lesson; public record Place(string Name); public static class Places { public static Place Capital() => new(\"Bern\"); }"], "pool.Apply(() => Lesson.Places.Capital()).Name", "Bern" },
        { ["using MathNet.Numerics.LinearAlgebra;", "var unit = Matrix<double>.Build.DenseIdentity(2);"], "pool.Apply(() => (3 * unit).Determinant())", "9" },
        { ["var node = new List<object>(); node.Add(node);"], "pool.Apply(() => object.ReferenceEquals(node, node[0]))", "True" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_WithWhatEarlierCellsDeclared_YieldsItsResult(string[] declared, string call, string expected)
    {
        foreach (var cell in declared) await cells.Succeed(cell);
        Assert.Equal(expected, (await cells.Succeed(call)).Value);
    }

    [Fact]
    public async Task Work_IsDoneInAnotherProcess() =>
        Assert.Equal("True", (await cells.Succeed("pool.Apply(() => Environment.ProcessId) != Environment.ProcessId")).Value);

    [Fact]
    public async Task Function_ThatIsDefinedAgain_IsTheNewOne()
    {
        await cells.Succeed("int Rate() => 1;");
        Assert.Equal("1", (await cells.Succeed("pool.Apply(() => Rate())")).Value);
        await cells.Succeed("int Rate() => 2;");
        Assert.Equal("2", (await cells.Succeed("pool.Apply(() => Rate())")).Value);
    }

    [Fact]
    public async Task Variable_ThatChangesBetweenCalls_IsSeenAnew()
    {
        await cells.Succeed("int threshold = 1; Func<int> read = () => threshold;");
        Assert.Equal("1", (await cells.Succeed("pool.Apply(read)")).Value);
        await cells.Succeed("threshold = 2;");
        Assert.Equal("2", (await cells.Succeed("pool.Apply(read)")).Value);
        await cells.Succeed("pool.Apply(() => threshold = 3);");
        Assert.Equal("2", (await cells.Succeed("threshold")).Value);
    }

    [Fact]
    public async Task Library_ThatIsCompiledAgain_IsTheNewOne()
    {
        await cells.Succeed("#!library\npublic static class Release { public static int Number => 1; }");
        Assert.Equal("1", (await cells.Succeed("pool.Apply(() => Release.Number)")).Value);
        await cells.Succeed("#!library\npublic static class Release { public static int Number => 2; }");
        Assert.Equal("2", (await cells.Succeed("pool.Apply(() => Release.Number)")).Value);
    }

    [Fact]
    public async Task Library_ThatUsesOneThatIsCompiledAgain_UsesTheNewOne()
    {
        const string Invoice = "#!library\npublic static class Invoice { public static decimal Of(decimal net) => net * Vat.Rate; }";
        await cells.Succeed("#!library\npublic static class Vat { public static decimal Rate => 2; }");
        await cells.Succeed(Invoice);
        Assert.Equal("20", (await cells.Succeed("pool.Apply(() => Invoice.Of(10))")).Value);
        await cells.Succeed("#!library\npublic static class Vat { public static decimal Rate => 3; }");
        await cells.Succeed(Invoice);
        Assert.Equal("30", (await cells.Succeed("pool.Apply(() => Invoice.Of(10))")).Value);
    }

    [Fact]
    public async Task Variable_ThatCannotTravel_IsRefusedByItsNameAndCell()
    {
        var declared = await cells.Succeed("var journal = File.OpenRead(typeof(object).Assembly.Location);");
        await cells.Succeed("long Position() => journal.Position;");
        var refused = await cells.Run("pool.Apply(() => Position())");
        Assert.Equal(CellStatus.Failed, refused.Result.Status);
        Assert.Contains($"variable 'journal' of Cell[{declared.Result.Number}]", refused.Trace);
        Assert.Equal("1", (await cells.Succeed("pool.Apply(() => 1)")).Value);
    }

    [Fact]
    public async Task Queue_OfATypeOfACell_BringsTheCodeOfDerivedTypesAlone()
    {
        await cells.Succeed("record Fruit(string Name);");
        await cells.Succeed("record Citrus(string Name, int Segments) : Fruit(Name);");
        Assert.Equal("apple, Citrus { Name = lemon, Segments = 9 }", (await cells.Succeed(
            """
            var basket = new SharedQueue<Fruit>(capacity: 1000);
            basket.Add(new("apple"));
            basket.Add(new Citrus("lemon", 9));
            pool.Apply(() => basket.Take().Name + ", " + basket.Take())
            """)).Value);
        Assert.Equal("True", (await cells.Succeed(
            """
            while (basket.TryAdd(new("apple"), TimeSpan.Zero)) { }
            var many = basket.Count == 1000;    // their code would fill the queue's mebibyte after 130
            basket.Dispose();
            many
            """)).Value);
    }

    [Fact]
    public async Task Exception_OfATypeOfACell_ComesBackAsItself()
    {
        await cells.Succeed("class TooHot(int degrees) : Exception($\"{degrees} degrees\") { public int Degrees => degrees; }");
        var caught = await cells.Succeed(
            "var caught = \"\";\ntry { pool.Apply<int>(() => throw new TooHot(40)); } catch (TooHot hot) { caught = hot.Degrees + \" \" + hot.Message; }\ncaught");
        Assert.Equal("40 40 degrees", caught.Value);
    }

    [Fact]
    public async Task Exception_NamesTheLineOfTheCellThatThrew()
    {
        var thrown = await cells.Run("int Fail(int x)\n{\n    throw new InvalidOperationException(\"at \" + x);\n}\npool.Apply(() => Fail(1))");
        Assert.Equal(CellStatus.Failed, thrown.Result.Status);
        var cell = $"   Cell[{thrown.Result.Number}], line";
        Assert.Equal(
            $"""
            InvalidOperationException: at 1
            {cell} 3 in Fail: throw new InvalidOperationException("at " + x);
            {cell} 5 in a lambda: pool.Apply(() => Fail(1))
              in a worker process, called by
            {cell} 5: pool.Apply(() => Fail(1))
            """.ReplaceLineEndings("\n"),
            thrown.Trace);
    }

    [Fact]
    public async Task Print_OfAWorker_ShowsInTheCallingCellLabelled()
    {
        await cells.Succeed("var printing = new ProcessPool(1);");
        var shown = await cells.Succeed("printing.Apply(() => { Console.WriteLine(\"from afar\"); return 0; });\nprinting.Dispose();");
        Assert.Matches("worker.*from afar", shown.Out);
    }

    [Theory]
    [InlineData("spinning.Map(Spin, [1, 2, 3]);")]
    [InlineData("await spinning.MapAsync(Spin, [1, 2, 3], cancel: CellCancellation);")]
    [InlineData("spinning.Apply(() => Spin(1));")]
    [InlineData("foreach (var result in spinning.IMap(Spin, [1, 2, 3])) { }")]
    public async Task Cell_StoppedWhileItsPoolWorks_IsStopped_AndThePoolGoesOn(string call)
    {
        await cells.Succeed("""
            int Spin(int x)
            {
                Console.WriteLine("begun");
                while (x > 0) { }
                return x;
            }
            var spinning = new ProcessPool(1, new() { CancelPatience = TimeSpan.Zero });
            var spinner = spinning.Apply(() => Environment.ProcessId);
            """);
        var stopped = await cells.Interrupt(call);
        Assert.Equal(CellStatus.Cancelled, stopped.Result.Status);
        Assert.False(stopped.Result.StillRunning);
        Assert.Equal("True", (await cells.Succeed("spinning.Apply(() => Environment.ProcessId) != spinner")).Value);
        await cells.Succeed("spinning.Dispose();");
    }

    [Fact]
    public async Task Display_InAWorker_SaysThatThereIsNoCell() =>
        Assert.Contains("no cell is running here", (await cells.Run("pool.Apply(() => { display(1); return 0; })")).Trace);
}
