namespace LearningKit.Notebooks.Tests.Completion;

public sealed class InspectionTests(NotebookFixture notebook) : IClassFixture<NotebookFixture>
{
    [Theory]
    [InlineData("Count|Words(words)", "int CountWords(string text, int atLeast = 1)", "Function, declared in Cell[2]", "Counts words.", "- text: Where they stand.", "Returns: How many there are.")]
    [InlineData("CountWords(|)", "int CountWords(string text, int atLeast = 1)")]
    [InlineData("CountWords(words, |", "int CountWords(string text, int atLeast = 1)")]
    [InlineData("CountWords|", "int CountWords(string text, int atLeast = 1)")]
    [InlineData("words|", "string words", "Variable, declared in Cell[3]", "Value now: \"one two\"")]
    [InlineData("numbers.|", "List<int> numbers", "Value now: 3 items: [1, 2, 3]")]
    [InlineData("maybe|", "int? maybe", "Value now: 4")]
    [InlineData("person|", "Person person", "Value now: an object of type Person")]
    [InlineData("Lim|it", "const int Limit = 12", "Constant, declared in Cell[3]")]
    [InlineData("person.Nick|", "string Nick { get; set; }", "Property of Person, declared in Cell[2]")]
    [InlineData("Person|", "record Person", "declared in Cell[2]")]
    [InlineData("Colour.Red|", "Red = 0", "Enum member of Colour, declared in Cell[2]")]
    [InlineData("Console.Wri|teLine(1)", "static void WriteLine(int value)", "and 1", "more overloads", "Method of System.Console", "Writes the text representation")]
    [InlineData("Console.WriteLine(|", "static void WriteLine()\n", "more overloads")]
    [InlineData("numbers.Where|(n => n > 1)", "static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)", "Filters a sequence", "- predicate: ", "Throws:", "- ArgumentNullException: ")]
    [InlineData("new List<int>(|", "List()\nList(int capacity)", "Initializes a new instance")]
    [InlineData("List|<int> list", "class List<int>", "Class of the namespace System.Collections.Generic", "Represents a strongly typed list")]
    [InlineData("in|t x = 1;", "int\n", "Struct of the namespace System", "Represents a 32-bit signed integer")]
    [InlineData("va|r x = new Stopwatch();", "class Stopwatch", "measure elapsed time")]
    [InlineData("string.Emp|ty", "static readonly string Empty", "Field of string", "Represents the empty string")]
    [InlineData("int.MaxValue|", "const int MaxValue = 2147483647", "largest possible value")]
    [InlineData("words.Le|ngth", "int Length { get; }", "Gets the number of characters")]
    [InlineData("Interlocked.Incre|ment(ref x)", "static int Increment(ref int location)", "Method of System.Threading.Interlocked", "as an atomic operation")]
    [InlineData("Task.R|un(() => 1)", "static Task<int> Run<int>(Func<int> function)", "more overloads")]
    [InlineData("new LearningKit.Engines.Thre|adEngine()", "class ThreadEngine", "LearningKit.Engines")]
    [InlineData("/// <summary>Own <c>code</c>.</summary>\nint Own() => 1;\nOw|n()", "int Own()", "declared in this cell", "Own code.")]
    [InlineData("/// <summary>A total.</summary>\nvar total = 1;\ntot|al", "int total", "A total.")]
    [InlineData("numbers.ForEach(it|em => { })", "int item", "Parameter")]
    [InlineData("foreach (var it|em in numbers) { }", "int item", "Variable")]
    [InlineData("using Sys|tem;", "namespace System")]
    [InlineData("3.Doub|led()", "static int Doubled(this int number)", "Extension method of Tools.Extra", "Twice as much.")]
    [InlineData("#!ti|me\n1", "#!time: Shows how long")]
    public async Task Inspect_TellsWhatStandsThere(string text, params string[] told)
    {
        var plain = (await Inspect(text))?.Text(MimeBundle.Plain);
        Assert.NotNull(plain);
        Assert.All(told, part => Assert.Contains(part, plain));
    }

    [Theory]
    [InlineData("|")]
    [InlineData("12|")]
    [InlineData("\"wor|ds\"")]
    [InlineData("// wor|ds")]
    [InlineData("unknown|")]
    [InlineData("#!bash\nwords|")]
    [InlineData("#!unknown|")]
    public async Task Inspect_WhereNothingIsNamed_IsNull(string text) => Assert.Null(await Inspect(text));

    [Fact]
    public async Task Inspect_GivesMarkdownAndHtmlToo()
    {
        var bundle = (await Inspect("CountWords|"))!;
        Assert.StartsWith("```csharp\nint CountWords(string text, int atLeast = 1)\n```\n", bundle.Text(MimeBundle.Markdown));
        Assert.Contains("- `text`: Where they stand.", bundle.Text(MimeBundle.Markdown));
        Assert.Contains("<li><code>text</code>: Where they stand.</li>", bundle.Text(MimeBundle.Html));
    }

    [Fact]
    public async Task Inspect_TextWithMarkup_IsEscaped()
    {
        var bundle = (await Inspect("/// <summary>Is a &lt; b, *c* or _d_? See <see cref=\"T:System.String\"/>.</summary>\nbool IsLess() => true;\nIsLess|"))!;
        Assert.Contains("Is a &lt; b, *c* or _d_? See <code>String</code>.", bundle.Text(MimeBundle.Html));
        Assert.Contains("Is a < b, *c* or _d_? See String.", bundle.Text(MimeBundle.Plain));
    }

    [Fact]
    public async Task Inspect_InheritedDocumentation_ComesFromTheBase() =>
        Assert.Contains("From the base.", (await Inspect("""
            class Base
            {
                /// <summary>From the base.</summary>
                public virtual void Go() { }
            }
            class Sub : Base { public override void Go() { } }
            new Sub().Go|()
            """))!.Text(MimeBundle.Plain));

    [Fact]
    public async Task Inspect_VariableWhoseTypeWouldRunCode_IsNotEvaluated()
    {
        await using var session = new CSharpSession();
        await session.ExecuteAsync("var endless = Task.Delay(-1);\nvar lazy = Enumerable.Range(0, 3).Select(i => { Console.WriteLine(i); return i; });\nvar later = new Lazy<int>(() => throw new Exception());");
        foreach (var name in new[] { "endless", "lazy", "later" })
            Assert.Contains("Value now: an object of type", (await session.InspectAsync(name, 2))!.Text(MimeBundle.Plain));
    }

    Task<MimeBundle?> Inspect(string text)
    {
        var (code, position) = Marked.Parse(text);
        return notebook.Session.InspectAsync(code, position);
    }
}
