using LearningKit.Notebooks.Formatting;

namespace LearningKit.Notebooks.Tests.Export;

public sealed class FormatterTests
{
    sealed record Reading(string City, double Celsius);

    sealed class Node
    {
        public Node? Next { get; set; }
    }

    sealed class Broken
    {
        public int Fine => 1;

        public int Bad => throw new InvalidOperationException("no");
    }

    [Fact]
    public void Numbers_AreInvariant() => Assert.Equal("0.5", Plain(0.5));

    [Fact]
    public void List_OfNumbers_IsOneLineAndCut()
    {
        Assert.Equal("[1, 2, 3]", Plain(new[] { 1, 2, 3 }));
        Assert.EndsWith(", 100, … 900 more]", Plain(Enumerable.Range(1, 1000).ToArray()));
        Assert.EndsWith(", … more]", Plain(Forever()));
    }

    [Fact]
    public void Records_AreATable_EscapedAndPaged()
    {
        var bundle = Formatter.Format(Enumerable.Range(0, 500).Select(i => new Reading($"<city {i}>", i / 2.0)).ToList());
        var html = bundle.Text(MimeBundle.Html)!;
        Assert.Contains("&lt;city 0&gt;", html);
        Assert.DoesNotContain("<city", html);
        Assert.Contains("<summary>Rows 81 to 100</summary>", html);
        Assert.Contains("400 more rows are not shown.", html);
        Assert.Matches(@"City\s+Celsius", bundle.Text(MimeBundle.Plain)!);
    }

    [Fact]
    public void Record_Alone_IsATableOfItsMembers() => Assert.Matches(@"City\s+Bern", Plain(new Reading("Bern", 7)));

    [Fact]
    public void Dictionary_IsATable() => Assert.Matches(@"Key\s+Value\n.*\na\s+1", Plain(new Dictionary<string, int> { ["a"] = 1 }));

    [Fact]
    public void Cycle_Ends()
    {
        var node = new Node();
        node.Next = node;
        Assert.Contains("Next", Plain(node));
        var list = new List<object>();
        list.Add(list);
        Assert.Contains("[…]", Plain(list));
    }

    [Fact]
    public void Getter_ThatThrows_IsShownInItsPlace()
    {
        var text = Plain(new Broken());
        Assert.Matches(@"Fine\s+1", text);
        Assert.Contains("‹threw InvalidOperationException: no›", text);
    }

    [Fact]
    public void Sequence_ThatThrows_IsExplained() =>
        Assert.Contains("its own code threw DivideByZeroException", Plain(new[] { 0 }.Select(zero => 1 / zero)));

    [Fact]
    public void Png_IsAnImage()
    {
        var bundle = Formatter.Format(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1 });
        Assert.Equal("iVBORw0KGgoB", bundle.Text(MimeBundle.Png));
    }

    [Fact]
    public void Task_Unawaited_HintsAtAwait() => Assert.Contains("write await", Plain(new TaskCompletionSource<int>().Task));

    static IEnumerable<int> Forever()
    {
        while (true) yield return 1;
    }

    static string Plain(object? value) => Formatter.Format(value).Text(MimeBundle.Plain)!;
}
