using FsCheck;
using FsCheck.Fluent;

namespace LearningKit.Notebooks.Tests.Completion;

/// <summary>Laws of questions about code, for whatever part of a lesson's cell has been typed and wherever the cursor is.</summary>
public sealed class AnyCodeTests(NotebookFixture notebook) : IClassFixture<NotebookFixture>
{
    static readonly IReadOnlyList<string> cells =
    [
        .. Directory.EnumerateFiles(Data.KitPaths.Notebooks, "*.ipynb")
            .SelectMany(path => Notebook.Load(path).Cells)
            .Where(cell => cell.Kind == CellKind.Code)
            .Select(cell => cell.Source),
    ];

    static readonly Gen<Marked> typed =
        from cell in Gen.Elements(cells.AsEnumerable())
        from start in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, cell.Length)))
        from end in Gen.Choose(start, cell.Length)
        from position in Gen.Frequency((2, Gen.Constant(end - start)), (1, Gen.Choose(0, end - start)))
        select new Marked(cell[start..end], position);

    [Fact]
    public void Completion_OfAnything_AnswersWithAPlaceAroundTheCursor() => Prop.ForAll(typed.ToArbitrary(), sample =>
    {
        var list = notebook.Session.CompleteAsync(sample.Code, sample.Position).GetAwaiter().GetResult();
        return 0 <= list.Start && list.Start <= sample.Position && sample.Position <= list.End && list.End <= sample.Code.Length
            && list.Items.All(item => item.Text.Length > 0)
            && list.Items.Select(item => item.Text).Distinct().Count() == list.Items.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Inspection_OfAnything_AnswersWithTextOrNothing() => Prop.ForAll(typed.ToArbitrary(), sample =>
        notebook.Session.InspectAsync(sample.Code, sample.Position).GetAwaiter().GetResult()?.Text(MimeBundle.Plain) is null or { Length: > 0 }).QuickCheckThrowOnFailure();
}
