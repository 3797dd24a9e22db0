using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningKit.Notebooks.Tests.Export;

public sealed class ExportTests
{
    [Fact]
    public void Site_HasAPageEach_AndAnIndexThatLinksThem()
    {
        var folder = Directory.CreateTempSubdirectory("learningkit-test-");
        try
        {
            var first = Named("01-first.ipynb", notebook =>
            {
                notebook.Add(CellKind.Markdown, "# First & foremost\n\nWhat it is about. See [second](02-second.ipynb#part).");
                notebook.Add(CellKind.Code, "var x = 1 < 2; // why").SetOutputs(
                [
                    new StreamOutput("stdout", "\u001b[31mred\u001b[0m <tag>\n"),
                    new DisplayOutput(new() { [MimeBundle.Html] = "<b>rich</b>", [MimeBundle.Plain] = "plain" }),
                    new DisplayOutput(new() { [MimeBundle.Png] = "AAAA", [MimeBundle.Plain] = "a picture" }),
                    new DisplayOutput(new() { [MimeBundle.Plotly] = new System.Text.Json.Nodes.JsonObject { ["data"] = new System.Text.Json.Nodes.JsonArray() } }),
                ]);
            });
            var second = Named("02-second.ipynb", notebook => notebook.Add(CellKind.Code, "1").SetOutputs([new ErrorOutput("E", "m")]));

            var index = SiteExporter.Export([first, second], folder.FullName);

            var list = File.ReadAllText(index);
            Assert.Contains("<a href=\"01-first.html\">First &amp; foremost</a><p>What it is about. See second.</p>", list);
            Assert.Contains("<a href=\"02-second.html\">02-second</a> <span class=\"failed\">", list);
            var page = File.ReadAllText(Path.Combine(folder.FullName, "01-first.html"));
            Assert.Contains("<span class=\"k\">var</span> x = <span class=\"n\">1</span> &lt; <span class=\"n\">2</span>; <span class=\"c\">// why</span>", page);
            Assert.Contains("<span class=\"ansi-1\">red</span> &lt;tag&gt;", page);
            Assert.Contains("<div><b>rich</b></div>", page);
            Assert.DoesNotContain(">plain<", page);
            Assert.Contains("alt=\"a picture\"", page);
            Assert.Contains("class=\"lk-plot\"", page);
            Assert.Contains("href=\"02-second.html#part\"", page);
            Assert.Contains("Next: 02-second", page);
            Assert.Single(page.Split("<h1").Skip(1));
            Assert.True(File.Exists(Path.Combine(folder.FullName, "assets", "site.css")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Program_OfANotebook_Compiles()
    {
        var notebook = new Notebook();
        notebook.Add(CellKind.Markdown, "# Title\n\ntext");
        notebook.Add(CellKind.Code, "#r \"../artifacts/kit/LearningKit.dll\"\nusing LearningKit.Engines;\nvar n = 3;\nint Twice(int a) => 2 * a;\nrecord Point(int X, int Y);");
        notebook.Add(CellKind.Code, "// a comment\nawait Task.Delay(1);\nTwice(n)");
        notebook.Add(CellKind.Code, "var n = \"now a text\"; // declared again\nConsole.WriteLine(n.Length)");
        notebook.Add(CellKind.Code, "#!library\nnamespace Lesson;\npublic static class Words { public static int CountWords(this string text) => text.Length; }");
        notebook.Add(CellKind.Code, "using Lesson;\ndisplay(n.CountWords());\nnew Point(1, 2)");
        notebook.Add(CellKind.Code, "var shown = display(Markdown(\"**1**\"), \"text/plain\");\nshown.Update(2);\nClearOutput(wait: true);\ndisplay(Image(\"a.png\"))");
        notebook.Add(CellKind.Code, "#!bash\necho */ no C#");
        notebook.Add(CellKind.Code, "await Task.FromResult(4)");
        notebook.Add(CellKind.Code, "public static int Three() => 3;\nprivate int kept = 4;\nnew SequentialEngine().Name");
        notebook.Add(CellKind.Code, "oops()", "raises-exception");

        var program = ProgramExporter.Export(notebook);

        Assert.Contains("#:project ", program);
        Assert.Contains("// # Title", program);
        Assert.Contains("// echo */ no C#", program);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var syntax = new CSharpParseOptions(LanguageVersion.Latest).WithFeatures([new("FileBasedProgram", "true")]);
        var compilation = CSharpCompilation.Create("lesson", [CSharpSyntaxTree.ParseText(program, syntax)], references, new(OutputKind.ConsoleApplication, allowUnsafe: true));
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join('\n', errors) + "\n" + program);
    }

    static Notebook Named(string name, Action<Notebook> fill)
    {
        var notebook = new Notebook();
        fill(notebook);
        return Notebook.Parse(notebook.ToString(), name);
    }
}
