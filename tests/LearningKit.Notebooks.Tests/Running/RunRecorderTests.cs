using LearningKit.Notebooks.Running;

namespace LearningKit.Notebooks.Tests.Running;

public sealed class RunRecorderTests
{
    static readonly StreamOutput line = new(StreamOutput.Out, "line\n");

    [Fact]
    public void Clear_RemovesWhatTheCellHasShown_AndNothingOfOthers() =>
        Assert.Equal(["line\n", "line\n"], Texts((0, line), (1, line), (1, line), (1, new ClearOutput(Wait: false)), (1, line)));

    [Fact]
    public void Clear_ThatWaits_HappensWithTheNextOutput()
    {
        Assert.Equal(["line\n", ""], Texts((0, line), (0, new ClearOutput(Wait: true))));
        Assert.Equal(["new", ""], Texts((0, line), (0, new ClearOutput(Wait: true)), (0, new StreamOutput(StreamOutput.Out, "new"))));
    }

    [Fact]
    public void Update_ReplacesTheDisplay_AlsoOfAnEarlierCell_WhereverItStands() =>
        Assert.Equal(["new", "new"], Texts((0, Display("old", "a")), (1, Display("older", "a")), (1, Update("new", "a"))));

    [Fact]
    public void Update_OfNothing_ShowsNothing() =>
        Assert.Equal(["old", ""], Texts((0, Display("old", "a")), (1, Update("new", "b"))));

    [Fact]
    public void Update_AfterAClear_DoesNotBringTheDisplayBack() =>
        Assert.Equal(["", ""], Texts((0, Display("old", "a")), (0, new ClearOutput(Wait: false)), (1, Update("new", "a"))));

    static DisplayOutput Display(string text, string id) => new(MimeBundle.OfText(text), id);

    static UpdateOutput Update(string text, string id) => new(MimeBundle.OfText(text), id);

    static string[] Texts(params (int Index, CellOutput Output)[] shown)
    {
        var recorder = new RunRecorder(Books.Of("first", "second"), next: null);
        foreach (var (index, output) in shown) recorder.Report(new CellShowed(index, 2, output));
        return [.. recorder.Finish().Cells.Select(cell => cell.Text())];
    }
}
