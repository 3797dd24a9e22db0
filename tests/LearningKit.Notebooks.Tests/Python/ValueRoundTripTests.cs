using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using LearningKit.ChildProcesses;
using LearningKit.Notebooks.Formatting;
using LearningKit.Notebooks.Python;

namespace LearningKit.Notebooks.Tests.Python;

/// <summary>The law of sharing: what went to Python and came back is equal, and of the type that the table of ValueReader tells.</summary>
public sealed class ValueRoundTripTests
{
    static readonly Gen<object?> scalar = Gen.OneOf(
        Boxed(Gen.Choose(int.MinValue, int.MaxValue).Select(number => (long)number << 20)),
        Boxed(ArbMap.Default.GeneratorFor<double>()),
        Boxed(ArbMap.Default.GeneratorFor<bool>()),
        Boxed(Gen.Elements("", "a", "é\n\"\\", "😀", "\0", "x".PadLeft(10_000))),
        Boxed(Gen.Choose(0, int.MaxValue).Select(number => number + ((BigInteger)ulong.MaxValue * 2))),
        Boxed(Gen.Choose(1, 3_000_000).Select(day => new DateOnly(1, 1, 1).AddDays(day))),
        Boxed(Gen.Choose(0, int.MaxValue).Select(n => new DateTime(n * 1_000_000_000L))),
        Boxed(Gen.Choose(int.MinValue, int.MaxValue).Select(n => TimeSpan.FromMicroseconds((n * 1000L) + 1))),
        Gen.Constant((object?)null));

    static readonly Gen<object?> array = Gen.OneOf(
        Boxed(ArbMap.Default.GeneratorFor<double>().ArrayOf()),
        Boxed(Gen.Choose(0, 255).Select(n => (byte)n).ArrayOf()),
        Boxed(Gen.Choose(int.MinValue, int.MaxValue).ArrayOf()),
        Boxed(ArbMap.Default.GeneratorFor<bool>().ArrayOf()),
        from rows in Gen.Choose(0, 4) from columns in Gen.Choose(0, 4) select (object?)Filled(rows, columns));

    static Gen<object?> Value(int depth) => depth == 0 ? Gen.OneOf(scalar, array) : Gen.OneOf(
        scalar,
        array,
        Value(depth - 1).ListOf(4).Select(items => (object?)items.ToList()),
        Value(depth - 1).ListOf(3).Select(items => (object?)items.Select((item, i) => KeyValuePair.Create($"key {i}", item)).ToDictionary()),
        from a in Value(depth - 1) from b in Value(depth - 1) select (object?)(a, b));

    [SkippableFact]
    public void Value_ToPythonAndBack_IsTheSame()
    {
        TestPython.NeedNumpy();
        using var python = new PythonProcess(PythonInstallation.Path!, Environment.CurrentDirectory);
        var cell = new CellContext(1, "", _ => { });
        Prop.ForAll(Gen.Sized(size => Value(Math.Min(size / 10, 3))).ToArbitrary(), value =>
        {
            python.SetVariable("value", value, "value", cell);
            var (back, type) = python.GetVariable("value", cell);
            return (Same(value, back) && (back is null || type.IsInstanceOfType(back)))
                .Label($"{ValueText.Of(value)} came back as {TypeText.Of(type)} {ValueText.Of(back)}");
        }).QuickCheckThrowOnFailure();
    }

    static Gen<object?> Boxed<T>(Gen<T> values) => values.Select(value => (object?)value);

    static double[,] Filled(int rows, int columns)
    {
        var filled = new double[rows, columns];
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++) filled[r, c] = (10 * r) + c;
        return filled;
    }

    // Items of a list may have found a common type: 1 beside 2.5 comes back as 1.0.
    static bool Same(object? sent, object? back) => (sent, back) switch
    {
        (null, null) => true,
        (Array a, Array b) => a.GetType() == b.GetType() && Shape(a).SequenceEqual(Shape(b)) && a.Cast<object>().SequenceEqual(b.Cast<object>()),
        (IDictionary a, IDictionary b) => a.Count == b.Count && a.Keys.Cast<object>().All(key => Same(a[key], b[key])),
        (IList a, IList b) => a.Count == b.Count && a.Cast<object?>().Zip(b.Cast<object?>()).All(pair => Same(pair.First, pair.Second)),
        (ITuple a, ITuple b) => a.Length == b.Length && Enumerable.Range(0, a.Length).All(i => Same(a[i], b[i])),
        // The cast of .NET cuts digits off; the nearest double is meant.
        (BigInteger big, double number) => number == double.Parse(big.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        (long or double, double number) => number.Equals(Convert.ToDouble(sent, CultureInfo.InvariantCulture)),
        (long whole, BigInteger number) => whole == number,
        _ => Equals(sent, back),
    };

    static IEnumerable<int> Shape(Array array) => Enumerable.Range(0, array.Rank).Select(array.GetLength);
}
