using LearningKit.Shipping.Tests.Code;

namespace LearningKit.Shipping.Tests.Values;

/// <summary>What lambdas of notebook cells take with them.</summary>
public sealed class CellTests
{
    readonly Cells cells = new();

    [Fact]
    public void Lambda_ThatUsesEarlierCells_TakesOnlyWhatItReaches()
    {
        cells.Run("int Twice(int x) => 2 * x; record Point(int X, int Y); double scale = 1.5; var file = new MemoryStream(); int[] big = new int[1000000];");
        var work = (Func<int, double>)cells.Run("Func<int, double> work = i => { var p = new Point(i, Twice(i)); return (p.X + p.Y) * scale; }; return work;")!;
        var parcel = Packer.Pack(work);
        Assert.Equal(31.5, Travel.Arrive<Func<int, double>>(parcel)(7));
        Assert.Empty(parcel.Buffers);
        Assert.Equal(2, parcel.Code.Count(unit => unit.Name.StartsWith("Cell", StringComparison.Ordinal)));
    }

    [Fact]
    public void Variable_ThatCannotTravel_IsNamedWithItsCell()
    {
        cells.Run("record Source(Stream Stream); var log = new Source(new MemoryStream());");
        Assert.StartsWith(
            "variable 'log' of Cell[1] → property 'Stream' cannot be sent to another process: MemoryStream: it is open",
            Travel.Refused(cells.Run("return () => log.Stream.Length;")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Delegate_InAVariable_AddsWhatItReachesToObjectsWrittenBefore()
    {
        // The closure of 'first' is written before 'second' is met, and shares the cell's variables with it.
        cells.Run("int a = 1; int b = 2; Func<int> second = () => b;");
        var work = (Func<int>)cells.Run("return () => a + second();")!;
        Assert.Equal(3, Travel.There(work)());
        Func<int>[] several = [(Func<int>)cells.Run("return () => a;")!, (Func<int>)cells.Run("return () => b;")!];
        Assert.Equal([1, 2], Travel.There(several).Select(call => call()));
    }

    [Fact]
    public void StaticField_AtHome_KeepsItsValue()
    {
        cells.Run("static class Counter { public static int Count = 1; public static List<string> Names = new() { \"a\" }; public const int Constant = 3; public static readonly int Fixed = 4; public static MemoryStream Unused = new(); }");
        var set = (Action<int>)cells.Run("return (Action<int>)(n => { Counter.Count = n; Counter.Names.Add($\"{n}\"); });")!;
        var work = (Func<string>)cells.Run("return (Func<string>)(() => $\"{Counter.Count} {string.Join(',', Counter.Names)} {Counter.Constant} {Counter.Fixed}\");")!;
        set(5);
        var parcel = Packer.Pack(work);
        set(6);
        Assert.Equal("6 a,5,6 3 4", Travel.Arrive<Func<string>>(parcel)());
    }

    [Fact]
    public void StaticField_ThatCannotTravel_IsRefusedUnlessItIsReadOnly()
    {
        cells.Run("static class Open { public static MemoryStream File = new(); public static readonly object Gate = new MemoryStream(); }");
        Assert.StartsWith("static field 'File' of Open", Travel.Refused(cells.Run("return () => Open.File.Length;")), StringComparison.Ordinal);
        Packer.Pack(cells.Run("return () => Open.Gate;"));
    }

    [Fact]
    public async Task AsyncLambda_ThatTravels_IsAwaitable()
    {
        cells.Run("int a = 1;");
        var work = (Func<int, Task<int>>)cells.Run("return (Func<int, Task<int>>)(async x => { await Task.Yield(); return a + x; });")!;
        Assert.Equal(3, await Travel.There(work)(2));
    }

    [Fact]
    public void Recursion_AndGenerics_Work()
    {
        cells.Run("Func<int, int> factorial = null; factorial = n => n == 0 ? 1 : n * factorial(n - 1); record Box<T>(T Value) { public Box<TNext> Map<TNext>(Func<T, TNext> f) => new(f(Value)); }");
        Assert.Equal(120, Travel.There((Func<int, int>)cells.Run("return factorial;")!)(5));
        Assert.Equal("Box { Value = 3 }", $"{Travel.There((Func<object>)cells.Run("var box = new Box<string>(\"abc\"); return () => (object)box.Map(text => text.Length);")!)()}");
    }

    [Fact]
    public void Types_OfCells_TravelAsData()
    {
        cells.Run("record Point(int X, string Name); enum Colour { Red, Green } struct Pair { public int A; public string B; }");
        var value = cells.Run("return new object[] { new Point(1, \"a\"), Colour.Green, new Pair { A = 1, B = \"b\" }, new List<Point> { new(2, \"b\") }, new Dictionary<Point, Colour> { [new(3, \"c\")] = Colour.Red } };")!;
        var parcel = Packer.Pack((object[])value);
        var arrived = Travel.Arrive<object[]>(parcel);
        Assert.Equal(((object[])value)[..3], arrived[..3]);
        Assert.Equal("Point { X = 2, Name = b }", $"{((System.Collections.IList)arrived[3])[0]}");
        Assert.True(((System.Collections.IDictionary)arrived[4]).Contains(((System.Collections.IDictionary)((object[])value)[4]).Keys.Cast<object>().Single()));
        Assert.Single(parcel.Code);
    }
}
