namespace LearningKit.Notebooks.Tests.Completion;

public sealed class CompletionTests(NotebookFixture notebook) : IClassFixture<NotebookFixture>
{
    [Theory]
    [InlineData("numbers.|", "Add Count Select ToArray First", "WriteLine numbers Equals2 op_Equality this[]")]
    [InlineData("numbers.Fir|", "First FirstOrDefault", "Add Count")]
    [InlineData("words.Spl|", "Split", "Substring")]
    [InlineData("Console.|", "WriteLine Out ReadLine", "Equals2 GetHashCode ToString")]
    [InlineData("maybe?.|", "ToString CompareTo", "HasValue Value")]
    [InlineData("words?.Len|", "Length", "")]
    [InlineData("words?.Trim().|", "Length Split", "WriteLine")]
    [InlineData("maybe.|", "HasValue Value GetValueOrDefault", "")]
    [InlineData("numbers.Select(n => n.|", "CompareTo Doubled", "Add")]
    [InlineData("numbers.Select(n => n.|)", "CompareTo Doubled", "Add")]
    [InlineData("numbers.Where(n => n > 1).Select(m => m.ToString().|Length)", "Length Split", "Add")]
    [InlineData("3.|", "Doubled ToString", "MaxValue")]
    [InlineData("int.|", "MaxValue Parse", "CompareTo")]
    [InlineData("words.AsSpan().|", "Length Slice", "GetPinnableReference")]
    [InlineData("person.|", "Name Age Nick", "EqualityContract <Clone>$ PrintMembers")]
    [InlineData("new Hidden().|", "Shown", "secret")]
    [InlineData("System.Text.|", "StringBuilder Json Encoding", "Console")]
    [InlineData("new System.Text.StringB|", "StringBuilder", "Encoding")]
    [InlineData("Colour.|", "Red Green Blue", "ToString2")]
    [InlineData("foreach (var p in new[] { person }) { p.| }", "Name", "Add")]
    [InlineData("(1, b: 2).|", "Item1 b", "")]
    [InlineData("new { Left = 1 }.|", "Left", "")]
    [InlineData("numbers[0].|", "CompareTo Doubled", "Add")]
    [InlineData("await Task.FromResult(words).|", "ContinueWith", "Length")]
    [InlineData("(await Task.FromResult(words)).|", "Length", "ContinueWith")]
    [InlineData("CountWords.|", "", "Invoke Method ToString")]
    [InlineData("Paint p = new(); p.Colour.|", "CompareTo", "")]
    public async Task BehindADot_Members(string text, string offered, string notOffered) => await Check(text, offered, notOffered);

    [Theory]
    [InlineData("words.|\nvar next = 1;", "Length Split", "WriteLine")]
    [InlineData("words.|\nnext = 1;", "Length Split", "WriteLine")]
    [InlineData("Console.|\nvar next = 1;", "WriteLine", "")]
    [InlineData("numbers\n    .Where(n => n > 1)\n    .|\n    .ToList()", "Select", "Add")]
    [InlineData("void F(List<int> mine)\n{\n    mine.|\n    foreach (var x in mine) { }\n}", "Add", "")]
    [InlineData("if (words.|\nnumbers.Add(1);", "Length", "")]
    public async Task BehindADot_InFrontOfMoreCode(string text, string offered, string notOffered) => await Check(text, offered, notOffered);

    [Theory]
    [InlineData("|", "numbers words CountWords Console Person Stopwatch System foreach var Limit", "Cell <Factory> Submission#0")]
    [InlineData("num|", "numbers", "words")]
    [InlineData("Cou|", "CountWords", "words")]
    [InlineData("Stop|", "Stopwatch", "Console")]
    [InlineData("var x = numbers.Count + wo|", "words", "numbers")]
    [InlineData("void F(int inner) { var local = 1; { i| } }", "inner int if", "numbers")]
    [InlineData("void F(int inner) { var local = 1; lo| }", "local lock long", "")]
    [InlineData("void F() { la|; var later = 1; }", "", "later")]
    [InlineData("var ownName = own|", "", "ownName")]
    [InlineData("numbers.ForEach(item => it|)", "item", "")]
    [InlineData("numbers.ForEach(item => |)", "item", "")]
    [InlineData("numbers.ForEach(item =>\n{\n    |\n})", "item", "")]
    [InlineData("from item in numbers where |", "item", "")]
    [InlineData("from item in numbers where it|", "item", "")]
    [InlineData("from item in numbers wh|", "where", "while")]
    [InlineData("$\"{wo|}\"", "words", "")]
    [InlineData("$\"{words.|}\"", "Length", "")]
    [InlineData("$\"{words.|", "Length", "")]
    [InlineData("using System.Te|", "Text", "")]
    [InlineData("using Sys|", "System", "SystemException")]
    [InlineData("new Stri|", "StringBuilder String StringReader", "words")]
    [InlineData("new Mat|", "", "Math")]
    [InlineData("typeof(Stri|", "String StringBuilder", "")]
    [InlineData("class A : IDis|", "IDisposable", "")]
    [InlineData("class A { Str| }", "String Stream", "")]
    [InlineData("class A { num| }", "", "numbers")]
    [InlineData("if (words is str|", "string", "")]
    [InlineData("numbers.Add(Li|", "Limit List", "")]
    public async Task InScope_Names(string text, string offered, string notOffered) => await Check(text, offered, notOffered);

    [Theory]
    [InlineData("// num|")]
    [InlineData("/* num| */")]
    [InlineData("/* num|")]
    [InlineData("\"num|\"")]
    [InlineData("\"num|")]
    [InlineData("@\"num|")]
    [InlineData("\"\"\"\nnum|\n\"\"\"")]
    [InlineData("$\"num|\"")]
    [InlineData("$\"{words} num|\"")]
    [InlineData("$\"{words}|\"")]
    [InlineData("$\"|\"")]
    [InlineData("'n|'")]
    [InlineData("12|")]
    [InlineData("0x1F|")]
    [InlineData("var num|")]
    [InlineData("int num|")]
    [InlineData("void F(int num|)")]
    [InlineData("class num|")]
    [InlineData("foreach (var num|")]
    [InlineData("#if num|")]
    [InlineData("#!markdown\nnum|")]
    [InlineData("#!bash\necho|")]
    [InlineData("#!library\n/// num|\nclass A { }")]
    public async Task WhereNoNameCanStand_Nothing(string text) => Assert.Empty((await Complete(text)).Items);

    [Theory]
    [InlineData("fore|", "foreach", "for")]
    [InlineData("f|", "for foreach fixed false", "finally")]
    [InlineData("try { } f|", "finally", "")]
    [InlineData("try { } c|", "catch", "")]
    [InlineData("if (true) { } e|", "else", "")]
    [InlineData("e|", "enum", "else")]
    [InlineData("var x = n|", "new null nameof", "namespace")]
    [InlineData("var x = a|", "await", "abstract as")]
    [InlineData("words i|", "is", "if int")]
    [InlineData("words a|", "as", "await")]
    [InlineData("b|", "bool", "break")]
    [InlineData("while (true) { b|", "break bool", "")]
    [InlineData("class A { p|", "public private protected", "")]
    [InlineData("class A { public o|", "override", "")]
    [InlineData("class A { public int X { g|", "get", "")]
    [InlineData("class A { w|", "", "while")]
    [InlineData("switch (words) { c|", "case", "")]
    [InlineData("t|", "throw try", "")]
    [InlineData("va|", "var", "")]
    [InlineData("re|", "return record", "ref2")]
    [InlineData("var p = person w|", "with", "while")]
    [InlineData("words switch { _ w|", "when", "while")]
    [InlineData("int F() { re|", "return", "")]
    [InlineData("th|", "throw", "this")]
    [InlineData("class A { int F() => th|", "this", "")]
    public async Task Keywords_ThatFit(string text, string offered, string notOffered) => await Check(text, offered, notOffered);

    [Theory]
    [InlineData("Colour c = |", "Colour.Red Colour.Green words")]
    [InlineData("Colour c = Re|", "Colour.Red", "return")]
    [InlineData("Paint.Mix(|", "Colour.Red first: second:", "Shape.Round")]
    [InlineData("Paint.Mix(Colour.Red, |)", "Shape.Round second:", "Colour.Red first:")]
    [InlineData("new Paint().Colour == |", "Colour.Red", "")]
    [InlineData("var p = new Paint(); p.Colour = |", "Colour.Red", "")]
    [InlineData("switch (new Paint().Colour) { case |", "Colour.Red", "")]
    [InlineData("new Paint().Colour switch { |", "Colour.Red", "")]
    [InlineData("new Paint().Colour is |", "Colour.Red", "")]
    [InlineData("Colour F() { return |", "Colour.Red", "")]
    [InlineData("Colour F() => |", "Colour.Red", "")]
    [InlineData("words.Equals(words, |", "StringComparison.Ordinal", "")]
    [InlineData("CountWords(|", "text: atLeast: words", "")]
    [InlineData("CountWords(words, at|)", "atLeast:", "text:")]
    [InlineData("new Person(|", "Name: Age:", "")]
    [InlineData("numbers.Where(pre|", "predicate:", "")]
    [InlineData("Action<int> act = n => { }; act(o|", "obj:", "")]
    [InlineData("new Person(\"\", 1) { |", "Nick Size Name", "words Console")]
    [InlineData("new Person(\"\", 1) { Nick = \"\", | }", "Size", "Nick words")]
    [InlineData("var q = person with { A| }", "Age", "await")]
    [InlineData("Paint p = new() { C|", "Colour", "Console")]
    [InlineData("new List<int> { n|", "numbers", "Capacity")]
    [InlineData("if (person is { N|", "Name Nick", "new words")]
    public async Task WhatThePlaceAsksFor_IsOffered(string text, string offered, string notOffered = "") => await Check(text, offered, notOffered);

    [Theory]
    [InlineData("numbers.Count() n|")]
    [InlineData("Console.WriteLine(1)|")]
    [InlineData("words[0] w|")]
    public async Task BehindAValue_NoNames(string text) => Assert.DoesNotContain((await Complete(text)).Items, item => item.Kind != "keyword");

    [Theory]
    [InlineData("Console.WriteLine(1)\nn|", "numbers")]
    [InlineData("if (true) n|", "numbers")]
    [InlineData("var s = \"open/\nn|", "numbers")]
    [InlineData("(double)n|", "numbers")]
    public async Task BehindALineWithoutSemicolonOrAClosingBracket_Names(string text, string offered) => await Check(text, offered, "");

    [Theory]
    [InlineData("Person|", "Person person")]
    [InlineData("person|", "person Person")]
    [InlineData("wo|", "words")]
    [InlineData("numbers.|", "Add AddRange AsReadOnly")]
    [InlineData("words.Co|", "CompareTo Contains CopyTo")]
    [InlineData("words.Con|", "Contains Concat")]
    [InlineData("co|", "const Colour CountWords")]
    [InlineData("Console.wrl|", "WriteLine")]
    [InlineData("numbers.bottom|", "")]
    [InlineData("numbers.OrDef|", "ElementAtOrDefault FirstOrDefault LastOrDefault SingleOrDefault")]
    [InlineData("Colour colour = |", "Colour.Blue Colour.Green Colour.Red")]
    public async Task BestFirst(string text, string first)
    {
        var names = first.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(names, (await Complete(text)).Items.Take(Math.Max(1, names.Length)).Select(item => item.Text));
    }

    [Theory]
    [InlineData("numbers.Add|", "Add", "method", "(int item) → void")]
    [InlineData("CountWords|", "CountWords", "function", "(string text, [int atLeast]) → int")]
    [InlineData("words|", "words", "variable", "string")]
    [InlineData("Limit|", "Limit", "constant", "int")]
    [InlineData("person.Age|", "Age", "property", "int")]
    [InlineData("3.Doubled|", "Doubled", "extension method", "() → int")]
    [InlineData("Console.Beep|", "Beep", "method", "() → void, 2 overloads")]
    [InlineData("List|", "List", "class", "<T>")]
    [InlineData("Colour.Red|", "Red", "enum member", "Colour")]
    [InlineData("foreach|", "foreach", "keyword", "")]
    [InlineData("DayOfWeek|", "DayOfWeek", "enum", "")]
    public async Task Item_SaysWhatItIs(string text, string name, string kind, string signature) =>
        Assert.Equal(new(name, kind, signature), (await Complete(text)).Items[0]);

    async Task Check(string text, string offered, string notOffered)
    {
        var list = await Complete(text);
        var names = list.Items.Select(item => item.Text).ToHashSet();
        Assert.All(offered.Split(' ', StringSplitOptions.RemoveEmptyEntries), name => Assert.Contains(name, names));
        Assert.All(notOffered.Split(' ', StringSplitOptions.RemoveEmptyEntries), name => Assert.DoesNotContain(name, names));
    }

    Task<CompletionList> Complete(string text)
    {
        var (code, position) = Marked.Parse(text);
        return notebook.Session.CompleteAsync(code, position);
    }
}
