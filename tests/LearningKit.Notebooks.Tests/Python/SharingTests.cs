using LearningKit.Notebooks.Tests.Session;

namespace LearningKit.Notebooks.Tests.Python;

public sealed class SharingTests : SessionTests
{
    public SharingTests() => TestPython.Need();

    [SkippableFact]
    public async Task Python_Value_HasItsNaturalTypeInCSharp()
    {
        foreach (var (python, check) in ((string, string)[])
        [
            ("6 * 7", "value.GetType() == typeof(long) && value + 1 == 43"),
            ("2 ** 70", "value == System.Numerics.BigInteger.Pow(2, 70)"),
            ("2.0", "value.GetType() == typeof(double) && value == 2"),
            ("float('-inf')", "value == double.NegativeInfinity"),
            ("'é\"\\n'", "value == \"é\\\"\\n\""),
            ("None", "value is null"),
            ("True", "value && true"),
            ("1 + 2j", "value == new System.Numerics.Complex(1, 2)"),
            ("b'ab'", "value.GetType() == typeof(byte[]) && value[1] == 98"),
            ("[1, 2, 3]", "value.GetType() == typeof(List<long>) && value.Sum() == 6"),
            ("[1, 2.5]", "value.GetType() == typeof(List<double>) && value.Sum() == 3.5"),
            ("[1, None]", "value.GetType() == typeof(List<long?>) && value[1] is null"),
            ("[None, 1]", "value.GetType() == typeof(List<long?>) && value[1] == 1"),
            ("['a', None]", "value.GetType() == typeof(List<string>) && value[1] is null"),
            ("[1, 'a']", "value.GetType() == typeof(List<object>) && (string)value[1] == \"a\""),
            ("[[1], [2.5], []]", "value.GetType() == typeof(List<List<double>>) && value[1][0] == 2.5 && value[2].Count == 0"),
            ("[]", "value.GetType() == typeof(List<object>) && value.Count == 0"),
            ("(1, 'a')", "value.Item1 == 1 && value.Item2 == \"a\""),
            ("{'a': 1, 'b': 2}", "value.GetType() == typeof(Dictionary<string, long>) && value[\"b\"] == 2"),
            ("{1: [0.5]}", "value.GetType() == typeof(Dictionary<long, List<double>>) && value[1][0] == 0.5"),
            ("{3, 4}", "value.GetType() == typeof(HashSet<long>) && value.Contains(4)"),
            ("__import__('datetime').date(2024, 2, 29)", "value == new DateOnly(2024, 2, 29)"),
            ("__import__('datetime').datetime(2024, 2, 29, 1, 2, 3)", "value == new DateTime(2024, 2, 29, 1, 2, 3)"),
            ("__import__('datetime').timedelta(seconds=1.5)", "value == TimeSpan.FromSeconds(1.5)"),
            ("__import__('decimal').Decimal('1.10')", "value == 1.1m"),
            ("__import__('array').array('d', [1, 2])", "value.GetType() == typeof(double[]) && value.Length == 2"),
        ])
        {
            await Succeed($"#!python\nvalue = {python}");
            Assert.Equal((python, "True"), (python, (await Succeed($"#!share --from python value\n{check}")).Value));
        }
    }

    [SkippableFact]
    public async Task CSharp_Value_HasItsNaturalTypeInPython()
    {
        foreach (var (csharp, check) in ((string, string)[])
        [
            ("42", "value == 42 and type(value) is int"),
            ("2.0", "value == 2 and type(value) is float"),
            ("1e300", "value == 1e300"),
            ("double.NaN", "value != value"),
            ("System.Numerics.BigInteger.Pow(2, 70)", "value == 2 ** 70"),
            ("\"é\\n\"", "value == 'é\\n'"),
            ("(string?)null", "value is None"),
            ("new[] { \"a\", null }", "value == ['a', None]"),
            ("new { Name = \"a\", Sizes = new[] { \"b\" } }", "value == {'Name': 'a', 'Sizes': ['b']}"),
            ("new Dictionary<int, string> { [1] = \"a\" }", "value == {1: 'a'}"),
            ("new HashSet<string> { \"a\" }", "value == {'a'}"),
            ("(1, \"a\")", "value == (1, 'a')"),
            ("new DateTime(2024, 2, 29, 1, 2, 3)", "value == __import__('datetime').datetime(2024, 2, 29, 1, 2, 3)"),
            ("TimeSpan.FromSeconds(-1.5)", "value == __import__('datetime').timedelta(seconds=-1.5)"),
            ("new byte[] { 97 }", "value == b'a'"),
            ("DayOfWeek.Monday", "value == 'Monday'"),
            ("System.Text.Json.JsonDocument.Parse(\"{\\\"a\\\": [1, 2.5]}\")", "value == {'a': [1, 2.5]}"),
        ])
        {
            await Succeed($"var value = {csharp};");
            Assert.Equal((csharp, "True"), (csharp, (await Succeed($"#!python\n#!share --from csharp value\n{check}")).Value));
        }
    }

    [SkippableFact]
    public async Task Record_OfTheLearner_BecomesADictionary()
    {
        await Succeed("public record Reading(string City, double Celsius);\nvar value = new List<Reading> { new(\"Bern\", 7) };");
        Assert.Equal("[{'City': 'Bern', 'Celsius': 7.0}]", (await Succeed("#!python\n#!share --from csharp value\nvalue")).Value);
    }

    [SkippableFact]
    public async Task Numbers_BecomeANumpyArray()
    {
        TestPython.NeedNumpy();
        foreach (var (csharp, type, shape) in ((string, string, string)[])
        [
            ("new[] { 1.5, 2 }", "float64", "(2,)"),
            ("new List<int> { 1, 2 }", "int32", "(2,)"),
            ("new Memory<long>(new long[] { 0, 1, 2, 3 }, 1, 2)", "int64", "(2,)"),
            ("new float[2, 3]", "float32", "(2, 3)"),
            ("new bool[1, 2, 3]", "bool", "(1, 2, 3)"),
            ("new double[0]", "float64", "(0,)"),
            ("new double[0, 3]", "float64", "(0, 3)"),
            ("new[] { (Half)1 }", "float16", "(1,)"),
            ("new[] { new System.Numerics.Complex(1, 2) }", "complex128", "(1,)"),
        ])
        {
            await Succeed($"var value = {csharp};");
            Assert.Equal($"('{type}', {shape}, True)", (await Succeed("#!python\n#!share --from csharp value\nvalue.dtype.name, value.shape, value.flags.writeable")).Value);
        }
    }

    [SkippableFact]
    public async Task Numpy_Value_BecomesAnArray()
    {
        TestPython.NeedNumpy();
        await Succeed("#!python\nimport numpy");
        foreach (var (python, check) in ((string, string)[])
        [
            ("numpy.arange(6.0).reshape(2, 3)", "value.GetType() == typeof(double[,]) && value[1, 0] == 3"),
            ("numpy.arange(6.0).reshape(2, 3).T", "value.GetType() == typeof(double[,]) && value[2, 1] == 5 && value[1, 0] == 1"),
            ("numpy.arange(6, dtype='i4')[::2]", "value.GetType() == typeof(int[]) && value.Sum() == 6"),
            ("numpy.array([1, 256], dtype='>i2')", "value.GetType() == typeof(short[]) && value[1] == 256"),
            ("numpy.zeros((0, 3))", "value.GetType() == typeof(double[,]) && value.GetLength(1) == 3"),
            ("numpy.array([True])", "value.GetType() == typeof(bool[]) && value[0]"),
            ("numpy.float32(0.5)", "value.GetType() == typeof(double) && value == 0.5"),
            ("numpy.int64(7)", "value.GetType() == typeof(long) && value == 7"),
            ("numpy.datetime64('2024-02-29T01:02:03.5')", "value == new DateTime(2024, 2, 29, 1, 2, 3, 500)"),
            ("{'x': numpy.ones(2), 'y': numpy.zeros(2)}", "value.GetType() == typeof(Dictionary<string, double[]>) && value[\"x\"][1] == 1"),
        ])
        {
            await Succeed($"#!python\nvalue = {python}");
            Assert.Equal((python, "True"), (python, (await Succeed($"#!share --from python value\n{check}")).Value));
        }
    }

    [SkippableTheory]
    [InlineData("new[] { 1.5, 2 }", "array", "double[]")]
    [InlineData("new int[2, 3]", "memoryview", "int[,]")]
    [InlineData("new[] { true }", "memoryview", "bool[]")]
    public async Task WithoutNumpy_Numbers_CrossAsPythonsOwnArrays_AndBack(string csharp, string type, string back)
    {
        await Succeed($"var value = {csharp};");
        await Succeed("#!python\nimport sys\nsys.modules['numpy'] = None");
        Assert.Equal($"'{type}'", (await Succeed("#!python\n#!share --from csharp value\ntype(value).__name__")).Value);
        Assert.Equal("True", (await Succeed($"#!share --from python value --as other\nother.GetType() == typeof({back}) && other.Cast<object>().SequenceEqual(value.Cast<object>())")).Value);
    }

    [SkippableTheory]
    [InlineData("object()", "value is of the Python type object")]
    [InlineData("[1, {'f': print}]", "value[1]['f'] is of the Python type builtin_function_or_method")]
    [InlineData("(lambda a: a.append(a) or a)([])", "holds itself")]
    [InlineData("{None: 1, 2: 3}", "the key None")]
    public async Task Python_ValueThatCannotCross_IsNamed(string python, string message)
    {
        await Succeed($"#!python\nvalue = {python}");
        var executed = await Run("#!share --from python value");
        Assert.StartsWith("CannotCross: ", executed.Trace);
        Assert.Contains(message, executed.Trace);
        Assert.Equal("1", (await Succeed("#!python\n1")).Value);
    }

    [SkippableTheory]
    [InlineData("Console.Out", "value is of the C# type")]
    [InlineData("new object?[] { 1, (Func<int>)(() => 1) }", "value[1] is of the C# type Func<int>")]
    [InlineData("Enumerable.Range(0, 3).Select(i => i)", ".ToList()")]
    [InlineData("new string[1, 1]", "string[,]")]
    [InlineData("Task.FromResult(1)", "Task<int>")]
    public async Task CSharp_ValueThatCannotCross_IsNamed(string csharp, string message)
    {
        await Succeed($"object value = {csharp};");
        var executed = await Run("#!python\n#!share --from csharp value");
        Assert.StartsWith("CannotCross: ", executed.Trace);
        Assert.Contains(message, executed.Trace);
    }

    [SkippableFact]
    public async Task CSharp_ValueThatHoldsItself_IsNamed()
    {
        await Succeed("var value = new List<object>(); value.Add(value);");
        Assert.Contains("holds itself", (await Run("#!python\n#!share --from csharp value")).Trace);
    }

    [SkippableTheory]
    [InlineData("#!share --from python nothing", "no Python cell has been executed yet")]
    [InlineData("#!python\n#!share --from csharp nothing", "C# has no variable 'nothing'")]
    [InlineData("#!python\n1\n#!csharp\n#!share --from python nothing", "Python has no variable 'nothing'")]
    [InlineData("#!share nothing", "--from is missing. #!share --help")]
    [InlineData("#!share --from fsharp x", "'fsharp' has no variables here")]
    [InlineData("#!share --from csharp x", "a variable of C# already")]
    [InlineData("#!share --from python x --by y", "no option --by")]
    [InlineData("#!share --from", "--from needs a value")]
    [InlineData("#!set --name x --value two words", "needs quotes")]
    [InlineData("#!set --name x --value [1", "no JSON")]
    [InlineData("#!set --name 1x --value 2", "'1x' is no name")]
    public async Task Line_ThatCannotBeDone_SaysWhy(string code, string message) => Assert.Contains(message, (await Run(code)).Trace);

    [SkippableTheory]
    [InlineData("--value https://example.org/a?b=[1]", "\"https://example.org/a?b=[1]\"")]
    [InlineData("--value \"two words\"", "\"two words\"")]
    [InlineData("--value 12", "\"12\"")]
    [InlineData("--value 12 --mime-type application/json", "12L")]
    [InlineData("--value \"[a]\" --mime-type text/plain", "\"[a]\"")]
    public async Task Set_TextOrJson_IsDeclared(string value, string expected) =>
        Assert.Equal("True", (await Succeed($"#!set --name x {value}\nx == {expected}")).Value);

    [SkippableFact]
    public async Task Set_JsonObject_HasTypedItems() =>
        Assert.Equal("True", (await Succeed("#!set --name sizes --value { \"a\": [1, 2], \"b\": [] }\nsizes[\"a\"].Sum() == 3 && sizes.GetType() == typeof(Dictionary<string, List<long>>)")).Value);

    [SkippableFact]
    public async Task Set_OfTheOtherLanguage_IsACopy()
    {
        await Succeed("#!python\nnames = ['a']");
        Assert.Equal("a", (await Succeed("#!set --name first --value @python:names\nfirst[0]")).Value);
        Assert.Equal("['a', 'b']", (await Succeed("first.Add(\"b\");\n#!python\n#!set --name second --value @csharp:first\nsecond")).Value);
        Assert.Equal("['a']", (await Succeed("#!python\nnames")).Value);
    }

    [SkippableFact]
    public async Task Set_OfAQuestion_AsksThePerson()
    {
        Assert.Contains("NoKeyboard", (await Run("#!set --name x --value @input:\"How many?\"")).Trace);
        InputPrompt? asked = null;
        var result = await Session.ExecuteAsync(new CellRequest("#!set --name x --value @password:\"Say it\"\nif (x != \"seven\") throw new Exception(x);")
        {
            ReadInput = (prompt, _) => Task.FromResult((asked = prompt) is null ? "" : "seven"),
        });
        Assert.True(result.Succeeded, $"{result.Error}");
        Assert.Equal(new("Say it", IsPassword: true), asked);
    }

    [SkippableFact]
    public async Task SharedVariable_HidesTheOlderOne_AndIsListed()
    {
        await Succeed("var x = \"old\"; string Old() => x;");
        await Succeed("#!python\nx = 1.5\n#!csharp\n#!share --from python x");
        Assert.Equal("old 1.5", (await Succeed("$\"{Old()} {x:0.0}\"")).Value);
        var listed = string.Concat((await Succeed("#!whos")).Outputs.OfType<DisplayOutput>().Select(output => output.Data.Text(MimeBundle.Plain)));
        Assert.Matches(@"C# variable[^$]*x\s+double\s+1\.5[^$]*Python variable[^$]*x\s+float\s+1\.5", listed);
    }

    [SkippableFact]
    public async Task Sharing_WhilePythonPrintsFromThreadsAndProcesses_LosesNothing()
    {
        await Succeed("""
            #!python
            import array, threading, os
            stop = threading.Event()
            def talk():
                while not stop.is_set(): print('talk', flush=True)
            threads = [threading.Thread(target=talk) for _ in range(2)]
            for t in threads: t.start()
            value = array.array('q', range(1_000_000))
            """);
        Assert.Equal("499999500000", (await Succeed("#!share --from python value\nvalue.Sum()")).Value);
        await Succeed("#!python\nstop.set()");
    }

    [SkippableFact]
    public async Task Python_KilledBeforeSharing_IsReported_AndANewOneStarts()
    {
        await Succeed("#!python\nimport os, threading\nx = 1\nthreading.Timer(0.01, lambda: os._exit(3)).start()");
        // It may die before, while or after the first of these.
        while ((await Run("#!share --from python x")).Result.Succeeded) { }
        Assert.Equal("2", (await Succeed("#!python\n1 + 1")).Value);
    }
}
