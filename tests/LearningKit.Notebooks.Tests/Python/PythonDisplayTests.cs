using LearningKit.Notebooks.Tests.Session;

namespace LearningKit.Notebooks.Tests.Python;

public sealed class PythonDisplayTests : SessionTests
{
    public PythonDisplayTests() => TestPython.Need();

    [SkippableFact]
    public async Task RichForms_OfAnObject_AreAllShown()
    {
        var executed = await Succeed("""
            #!python
            class Rich:
                def _repr_html_(self): return '<b>7</b>'
                def _repr_svg_(self): return '<svg/>'
                def _repr_png_(self): return b'png'
                def _repr_markdown_(self): return '**7**'
                def _repr_latex_(self): return '$7$'
                def _repr_mimebundle_(self, include=None, exclude=None): return {'application/json': {'seven': 7}}, {}
                def __repr__(self): return 'seven'
            Rich()
            """);
        var data = Assert.IsType<ResultOutput>(Assert.Single(executed.Outputs)).Data;
        Assert.Equal(
            [("application/json", "{\"seven\":7}"), ("text/html", "<b>7</b>"), ("image/svg+xml", "<svg/>"), ("image/png", "cG5n"),
                ("text/markdown", "**7**"), ("text/latex", "$7$"), ("text/plain", "seven")],
            data.Select(form => (form.Key, data.Text(form.Key)!)));
    }

    [SkippableFact]
    public async Task Class_WithRichForms_IsShownAsText() =>
        Assert.Contains("class", (await Succeed("#!python\nclass Rich:\n    def _repr_html_(self): return 'html'\nRich")).Value);

    [SkippableFact]
    public async Task Display_InTheMiddle_KeepsItsPlace()
    {
        var executed = await Succeed("#!python\nprint('before')\ndisplay(1, 'two')\nprint('after')");
        Assert.Equal(["before\n", "1", "'two'", "after\n"], executed.Outputs.Select(output => output switch
        {
            StreamOutput stream => stream.Text,
            DisplayOutput display => display.Data.Text(MimeBundle.Plain),
            _ => "?",
        }));
    }

    [SkippableFact]
    public async Task LongValue_IsCutWithANote() =>
        Assert.EndsWith("more characters are not shown.", (await Succeed("#!python\n'x' * 1_000_000")).Value);

    [SkippableFact]
    public async Task HalfASurrogatePair_DoesNotBreakTheCell() => Assert.Equal("?\n", (await Succeed("#!python\nprint('\\ud83d')")).Out);

    [SkippableFact]
    public async Task Input_AsksThePerson()
    {
        var asked = new List<InputPrompt>();
        var outputs = new List<CellOutput>();
        var request = new CellRequest("#!python\nimport getpass\nprint(input('Name? ') + getpass.getpass())")
        {
            OnOutput = outputs.Add,
            ReadInput = (prompt, _) =>
            {
                asked.Add(prompt);
                return Task.FromResult($"answer {asked.Count} ");
            },
        };
        Assert.True((await Session.ExecuteAsync(request)).Succeeded);
        Assert.Equal([new("Name? "), new("Password: ", IsPassword: true)], asked);
        Assert.Equal("answer 1 answer 2 \n", Assert.IsType<StreamOutput>(Assert.Single(outputs)).Text);
    }

    [SkippableFact]
    public async Task Input_WithoutAPerson_SaysSo() => Assert.Contains("EOFError: This cell asks for a line", (await Run("#!python\ninput()")).Trace);

    [SkippableFact]
    public async Task Input_ThatIsInterrupted_KeepsTheVariables()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        using var cancel = new CancellationTokenSource();
        await Succeed("#!python\nkept = 5");
        var result = await Session.ExecuteAsync(new CellRequest("#!python\ninput()")
        {
            ReadInput = async (_, stop) =>
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, stop);
                return "";
            },
        }, cancel.Token);
        Assert.Equal(CellStatus.Cancelled, result.Status);
        Assert.Equal("5", (await Succeed("#!python\nkept")).Value);
    }

    [SkippableTheory]
    [InlineData("plt.title('One')\nplt.plot([1, 2]);None", 1)]
    [InlineData("plt.plot([1, 2])\nplt.title('One')\nplt.show()", 1)]
    [InlineData("fig, ax = plt.subplots()\nax.set_title('One')\nfig", 1)]
    [InlineData("plt.title('One')\nplt.show()\nplt.figure()\nplt.title('Two')\nplt.show()", 2)]
    public async Task Figure_IsShownOnceAsPng(string code, int figures)
    {
        TestPython.NeedMatplotlib();
        var executed = await Succeed("#!python\nimport matplotlib.pyplot as plt\n" + code);
        var shown = executed.Outputs.Select(output => output switch
        {
            ResultOutput result => result.Data,
            DisplayOutput display => display.Data,
            _ => MimeBundle.OfText(""),
        }).Where(data => data[MimeBundle.Png] is not null).ToList();
        Assert.Equal(figures, shown.Count);
        Assert.StartsWith("iVBORw0KGgo", shown[0].Text(MimeBundle.Png));
        Assert.Equal("Figure: One", shown[0].Text(MimeBundle.Plain));
        Assert.Empty(executed.Error);
        Assert.DoesNotContain((await Succeed("#!python\n1")).Outputs, output => output is DisplayOutput);
    }
}
