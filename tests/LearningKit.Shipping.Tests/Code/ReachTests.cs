using System.Reflection;

namespace LearningKit.Shipping.Tests.Code;

public sealed class ReachTests
{
    /// <summary>A cell that declares, a cell that returns a delegate, and the variables that the delegate gets at.</summary>
    public static TheoryData<string, string, string> Snippets => new()
    {
        // Variables of its own cell, of earlier ones, and none that it does not name.
        { "int a = 1; int b = 2;", "return () => a;", "a" },
        { "int a = 1;", "int b = 2; int c = 3; return () => a + c;", "a c" },
        { "int a = 1;", "int a = 2; return () => a;", "a" },
        { "int a = 1;", "return () => 1;", "" },
        { "int a = 1;", "return () => { a = 3; };", "a" },
        { "int a = 1; void Set(ref int x) => x = 2;", "return () => Set(ref a);", "a" },
        // Through functions: of other cells, recursive, mutually recursive, local, generic.
        { "int a = 1, b = 2; int F() => a; int G() => b;", "return () => F();", "a" },
        { "int a = 1; int F(int n) => n == 0 ? a : F(n - 1);", "return () => F(3);", "a" },
        { "int a = 1, b = 2; int F(int n) => n == 0 ? a : G(n - 1); int G(int n) => n == 0 ? b : F(n - 1);", "return () => F(3);", "a b" },
        { "int a = 1;", "return () => { int Local() => a; return Local(); };", "a" },
        { "int a = 1;", "return () => { int Local(int n) => n == 0 ? a : Local(n - 1); return Local(2); };", "a" },
        { "int a = 1; int F<T>() => a + typeof(T).Name.Length;", "return () => F<string>();", "a" },
        { "int a = 1; int P => a;", "return () => P;", "a" },
        // Through delegates and method groups.
        { "int a = 1; int F() => a;", "Func<int> f = F; return () => new Func<int>(F)();", "a" },
        { "int a = 1; int F() => a;", "Func<int> f = F; return () => f();", "f" },
        { "int a = 1;", "return () => Enumerable.Range(0, 3).Select(x => x + a).Sum();", "a" },
        { "int a = 1;", "return () => (from x in new[] { 1, 2 } where x > a select x).Count();", "a" },
        // Closures inside of functions: only what the lambda names of what its neighbours share.
        { "", "Func<int> F() { int x = 1, y = 2; Action other = () => y++; other(); return () => x; } return F();", "x" },
        { "int a = 1;", "Func<int> F(int x) { int y = 2; return () => { int z = 3; Func<int> inner = () => x + a + z; return inner(); }; } return F(1);", "a x z" },
        { "int a = 1;", "Func<Func<int>> F(int x) => () => () => x + a; return F(1);", "a x" },
        { "", "Func<int> F() { foreach (var item in new[] { 1, 2 }) { var outer = item; return () => outer; } return null; } return F();", "outer" },
        // Async and iterator methods.
        { "int a = 1;", "return async () => { await Task.Yield(); return a; };", "a" },
        { "int a = 1; async Task<int> F() { await Task.Yield(); return a; }", "return async () => await F();", "a" },
        { "int a = 1; IEnumerable<int> F(int n) { for (var i = 0; i < n; i++) yield return a; }", "return () => F(3).Sum();", "a i n" },
        { "int a = 1; async IAsyncEnumerable<int> F() { await Task.Yield(); yield return a; }", "return async () => { await foreach (var x in F()) return x; return 0; };", "a" },
        // Types of cells: static state, constructors, overrides, interfaces, operators; and none of a type that is not used.
        { "class K { public static int S = 1; public static int Unused = 2; }", "return () => K.S;", "S" },
        { "class K { public static int S = 1; public static int Next() => ++S; }", "return () => K.Next();", "S" },
        { "class K { static int s = 1; int f; public K() => f = s; }", "return () => new K();", "f s" },
        { "class K { static int s = 1; protected K() => s++; } class L : K { }", "return () => new L();", "s" },
        { "abstract class K { public abstract int F(); } class L : K { static int s = 1; public override int F() => s; }", "return () => { K k = new L(); return k.F(); };", "s" },
        { "interface I { int F(); } class K : I { static int s = 1; int I.F() => s; }", "return () => ((I)new K()).F();", "s" },
        { "class K { static int s = 1; public override string ToString() => $\"{s}\"; }", "return () => $\"{new K()}\";", "s" },
        { "class K { static int s = 1; public override string ToString() => $\"{s}\"; }", "return () => typeof(int).Name;", "" },
        { "struct S : IComparable<S> { static int s = 1; public int CompareTo(S other) => s; }", "return () => new S[2].Max();", "s" },
        { "struct S : IDisposable { static int s = 1; public void Dispose() => s++; }", "return () => { using var x = default(S); };", "s" },
        { "interface I<T> where T : I<T> { static abstract int F(); } struct S : I<S> { static int s = 1; public static int F() => s; } int Call<T>() where T : I<T> => T.F();", "return () => Call<S>();", "s" },
        { "class K<T> { public static int S = 1; public static int Next() => ++S; }", "return () => K<int>.Next() + K<string>.Next();", "S" },
        { "class K { public static int S = 1; public static object Unused = new object(); }", "return () => K.S++;", "S" },
        { "class K { public static int S = Start(); static int t = 2; static int Start() => t; }", "return () => K.S;", "S t" },
        { "class K { public static int P { get; set; } = 1; }", "return () => K.P;", "<P>k__BackingField" },
        { "record R(int X); record Q(int X, int Y) : R(X);", "return () => new Q(1, 2).ToString();", "<X>k__BackingField <Y>k__BackingField" },
        { "class K { public static int S = 1; public static int Twice => 2 * S; }", "Expression<Func<int>> F() => () => K.Twice; return () => F();", "S" },
        { "static int s = 1;", "return () => s;", "s" },
        { "int a = 1;", "unsafe int F() { delegate*<int, int> f = &G; return f(1); } static int G(int x) => K.S; class K { public static int S = 1; } return () => F();", "S" },
    };

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Delegate_OfCells_ReachesWhatItsCodeNames(string declared, string code, string expected)
    {
        var cells = new Cells();
        if (declared.Length > 0) cells.Run(declared);
        var lambda = (Delegate)cells.Run(code)!;
        Assert.Equal(expected, Names(Reach.Of(lambda.Method)));
    }

    // A state that was captured says which of the implementations is called.
    [Fact]
    public void OfInstance_ReachesWhatOverridesGetAt()
    {
        var cells = new Cells();
        cells.Run("interface I { int F(); } class K : I { static int s = 1; int f = 2; public int F() => s + f; public static int Other = 3; }");
        cells.Run("I i = new K();");
        var lambda = (Delegate)cells.Run("return () => i.F();")!;
        var captured = (object)cells.States.ElementAt(1).GetType().GetField("i")!.GetValue(cells.States.ElementAt(1))!;
        Assert.Equal("i", Names(Reach.Of(lambda.Method)));
        Assert.Equal("f s", Names(Reach.OfInstance(captured.GetType())));
    }

    [Fact]
    public void OfInstance_ReachesWhatItsBaseTypesGetAt()
    {
        var cells = new Cells();
        cells.Run("class K { static int s = 1; public virtual int F() => s; } class L : K { }");
        Assert.Equal("s", Names(Reach.OfInstance(cells.Run("return new L();")!.GetType())));
    }

    // The delegate of the inner lambda is kept in a static field once it was made.
    [Fact]
    public void WhatTheCompilerKeepsInStaticFields_IsNotReached()
    {
        var lambda = (Delegate)new Cells().Run("return () => Enumerable.Range(0, 3).Select(x => x + 1).Sum();")!;
        Assert.DoesNotContain(Reach.Of(lambda.Method).Fields, field => field.IsStatic);
    }

    [Fact]
    public void Contains_FieldOfAConstructedType_IsThatOfItsDefinition()
    {
        var cells = new Cells();
        var lambda = (Delegate)cells.Run("Func<T> F<T>(T x) { T y = x; return () => y; } return F(1);")!;
        var reach = Reach.Of(lambda.Method);
        Assert.True(reach.Contains(lambda.Target!.GetType().GetField("y")!));
        Assert.True(lambda.Target!.GetType().IsConstructedGenericType);
    }

    [Fact]
    public void Lambda_OfAProgramOnDisk_ReachesWhatItCapturedAndNoStaticState()
    {
        var (used, unused) = (1, 2);
        Func<int> lambda = () => used + Started;
        Action other = () => unused++;
        other();
        Assert.Equal("used", Names(Reach.Of(lambda.Method)));
    }

    [Fact]
    public void FrameworkCode_ReachesNothing()
    {
        Assert.Empty(Reach.Of(((Func<double, double>)Math.Sqrt).Method).Fields);
        Assert.Empty(Reach.OfInstance(typeof(List<int>)).Fields);
    }

    [Fact]
    public void CompiledExpression_IsRefused()
    {
        System.Linq.Expressions.Expression<Func<int>> expression = () => 1;
        var error = Assert.Throws<CannotTravelException>(() => Reach.Of(expression.Compile().Method));
        Assert.Contains("Write it as a lambda", error.Message);
    }

    static int Started { get; set; } = 1;

    static string Names(Reach reach) =>
        string.Join(' ', reach.Fields.Where(IsWritten).Select(Written).Distinct().Order(StringComparer.Ordinal));

    static bool IsWritten(FieldInfo field) => !field.Name.Contains('<') || new[] { "k__BackingField", ">5__", "<>3__" }.Any(field.Name.Contains);

    // Hoisted variables are called <name>5__1, and what an iterator was first called with <>3__name.
    static string Written(FieldInfo field) => field.Name.Contains(">5__", StringComparison.Ordinal) ? field.Name[1..field.Name.IndexOf('>')]
        : field.Name.StartsWith("<>3__", StringComparison.Ordinal) ? field.Name[5..]
        : field.Name;
}
