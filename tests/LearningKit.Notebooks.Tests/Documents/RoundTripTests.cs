using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LearningKit.Notebooks.Documents.Json;

namespace LearningKit.Notebooks.Tests.Documents;

/// <summary>Laws of the notebook model, for any notebook however it is spelled.</summary>
public sealed class RoundTripTests
{
    static readonly Gen<string> space = Gen.Elements("", " ", "\n", "\r\n ", "\t", "\n   ");

    static readonly Gen<string> text = Gen.Elements("a", "\\u00e9", "é", "\\n", "\\\"", "\\/", "\\ud83d", "😀", "{", "]", "\\\\", " ", "/ipynb")
        .ListOf().Select(parts => $"\"{string.Concat(parts)}\"");

    static readonly Gen<string> scalar = Gen.OneOf(
        text, Gen.Elements("0", "-0", "1.50", "1e3", "-2.0E-07", "123456789012345678901234567890", "true", "false", "null"));

    static readonly Gen<string> json = Gen.Sized(size => Value(Math.Min(size, 5)));

    static Gen<string> Value(int depth) => depth == 0 ? scalar : Gen.OneOf(scalar, Array(Value(depth - 1)), Object(Value(depth - 1), text));

    static Gen<string> Array(Gen<string> items) =>
        from values in Spaced(items).ListOf(3)
        from empty in space
        select values.Count == 0 ? $"[{empty}]" : $"[{string.Join(',', values)}]";

    static Gen<string> Object(Gen<string> values, Gen<string> keys)
    {
        var member = from key in Spaced(keys) from value in Spaced(values) select $"{key}:{value}";
        return from members in member.ListOf(3) from empty in space select members.Count == 0 ? $"{{{empty}}}" : $"{{{string.Join(',', members)}}}";
    }

    static Gen<string> Spaced(Gen<string> value) => from before in space from it in value from after in space select before + it + after;

    static readonly Gen<string> cell =
        from kind in Gen.Elements("code", "markdown", "raw")
        from source in Gen.OneOf(text, text.ListOf(3).Select(lines => $"[{string.Join(",", lines)}]"))
        from unknown in Spaced(json)
        from space in space
        select $"{{{space}\"cell_type\": \"{kind}\",{space}\"future\":{unknown},{space}\"metadata\": {{}},{space}\"outputs\":[],{space}\"source\":{source}{space}}}";

    static readonly Gen<string> notebook =
        from before in space
        from unknown in Spaced(json)
        from cells in Spaced(cell).ListOf(4)
        from minor in Gen.Elements("2", "4", "5")
        from after in space
        select $"{before}{{ \"x\":{unknown}, \"cells\": [{string.Join(',', cells)}], \"metadata\": {{}}, \"nbformat\":4,\"nbformat_minor\":{minor}}}{after}";

    [Fact]
    public void Json_ReadAndWritten_IsTheSame() => Prop.ForAll(Spaced(json).ToArbitrary(), text =>
    {
        var (before, value, after) = JsonReader.ReadDocument(text, "text");
        return before + value + after == text;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Notebook_ReadAndWritten_IsTheSame() =>
        Prop.ForAll(notebook.ToArbitrary(), text => Notebook.Parse(text).ToString() == text).QuickCheckThrowOnFailure();

    [Fact]
    public void Notebook_OneCellChanged_KeepsTheOthers() => Prop.ForAll(
        (from text in notebook from source in ArbMap.Default.GeneratorFor<string>() select (text, source: source ?? "")).ToArbitrary(), sample =>
    {
        var book = Notebook.Parse(sample.text);
        if (book.Cells.Count == 0) return true;
        var others = book.Cells.Skip(1).Select(cell => cell.Source).ToList();
        book.Cells[0].Source = sample.source;
        book.Cells[0].SetOutputs([new StreamOutput("stdout", sample.source)]);
        var again = Notebook.Parse(book.ToString());
        return again.Cells[0].Source == sample.source && again.Cells.Skip(1).Select(cell => cell.Source).SequenceEqual(others);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_DamagedAnywhere_IsReadOrRefusedButNeverBreaks() => Prop.ForAll(
        (from text in notebook from position in Gen.Choose(0, 10_000) from c in Gen.Elements('{', '"', ',', 'x', '\\', '\u0001', ']') select (text, position, c)).ToArbitrary(),
        sample =>
        {
            var damaged = new StringBuilder(sample.text);
            damaged[sample.position % damaged.Length] = sample.c;
            try
            {
                return Notebook.Parse(damaged.ToString()).ToString() == damaged.ToString();
            }
            catch (NotebookFormatException exception)
            {
                return exception.Message.StartsWith("the notebook", StringComparison.Ordinal);
            }
        }).QuickCheckThrowOnFailure();
}
