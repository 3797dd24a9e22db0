namespace LearningKit.Notebooks.Tests.Documents;

public sealed class NotebookTests
{
    const string Text =
        """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "title",
           "metadata": {},
           "source": ["# A t\u00eftle\n", "text"]
          },
          {
           "cell_type": "code",
           "execution_count": 7,
           "id": "code",
           "metadata": {"tags": ["parameters"], "unknown": {"kept": 1.50}},
           "outputs": [{"output_type": "from the future", "x": 1e3}],
           "source": "n = 1"
          }
         ],
         "metadata": {"kernelspec": {"language": "C#", "name": ".net-csharp"}, "z": null},
         "nbformat": 4,
         "nbformat_minor": 5,
         "extra": "\/ \u2028"
        }

        """;

    [Fact]
    public void Notebook_Unchanged_IsWrittenAsItWasRead() => Assert.Equal(Text, Notebook.Parse(Text).ToString());

    [Fact]
    public void Notebook_WithByteOrderMarkAndCrLf_IsWrittenAsItWasRead()
    {
        var text = "\uFEFF" + Text.Replace("\n", "\r\n");
        Assert.Equal(text, Notebook.Parse(text).ToString());
    }

    [Fact]
    public void Cell_IsRead()
    {
        var notebook = Notebook.Parse(Text);
        Assert.Equal("A tïtle", notebook.Title);
        Assert.Equal("C#", notebook.Language);
        var cell = notebook.Cells[1];
        Assert.Equal((CellKind.Code, "code", "n = 1", 7), (cell.Kind, cell.Id, cell.Source, cell.ExecutionCount));
        Assert.Equal(["parameters"], cell.Tags);
        Assert.Empty(cell.Outputs);
    }

    [Fact]
    public void Source_Changed_ChangesNothingElse()
    {
        var notebook = Notebook.Parse(Text);
        notebook.Cells[1].Source = "n = 2\nn";
        var expected = Text.Replace("\"source\": \"n = 1\"", "\"source\": [\n    \"n = 2\\n\",\n    \"n\"\n   ]");
        Assert.Equal(expected, notebook.ToString());
    }

    [Fact]
    public void Outputs_Set_AreWrittenAsJupyterDoes()
    {
        var notebook = Notebook.Parse(Text);
        notebook.Cells[1].SetOutputs(
        [
            new StreamOutput("stdout", "a\n"), new StreamOutput("stdout", "ü\n"),
            new ResultOutput(new() { [MimeBundle.Html] = "<b>", [MimeBundle.Json] = new System.Text.Json.Nodes.JsonObject { ["x"] = 1.5 } }, 7),
        ]);
        const string expected =
            """
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "a\n",
                  "ü\n"
                 ]
                },
                {
                 "data": {
                  "text/html": [
                   "<b>"
                  ],
                  "application/json": {
                   "x": 1.5
                  }
                 },
                 "execution_count": 7,
                 "metadata": {},
                 "output_type": "execute_result"
                }
               ],
            """;
        Assert.Contains(expected, notebook.ToString());
        Assert.Equal(["a\nü\n"], Notebook.Parse(notebook.ToString()).Cells[1].Outputs.OfType<StreamOutput>().Select(o => o.Text));
    }

    [Fact]
    public void Outputs_SetBack_GiveTheSameFile()
    {
        var notebook = new Notebook();
        notebook.Add(CellKind.Code, "1");
        var before = notebook.ToString();
        notebook.Cells[0].SetOutputs([new StreamOutput("stdout", "x")]);
        notebook.Cells[0].ExecutionCount = 3;
        Assert.NotEqual(before, notebook.ToString());
        notebook.Cells[0].SetOutputs([]);
        notebook.Cells[0].ExecutionCount = null;
        Assert.Equal(before, notebook.ToString());
    }

    [Fact]
    public void NewNotebook_WithCells_IsWellFormedAndHasIds()
    {
        var notebook = new Notebook();
        notebook.Add(CellKind.Markdown, "# T");
        notebook.Insert(0, CellKind.Code, "var x = 1;", "setup");
        var again = Notebook.Parse(notebook.ToString());
        Assert.Equal(["cell-2", "cell-1"], again.Cells.Select(cell => cell.Id));
        Assert.Equal(["setup"], again.Cells[0].Tags);
        Assert.StartsWith("{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",", notebook.ToString());
        Assert.EndsWith("\n \"nbformat_minor\": 5\n}\n", notebook.ToString());
    }

    [Theory]
    [InlineData("""{"polyglot_notebook": {"kernelName": "bash"}}""", "bash")]
    [InlineData("""{"dotnet_interactive": {"language": "html"}}""", "html")]
    [InlineData("""{"vscode": {"languageId": "python"}}""", "python")]
    [InlineData("{}", null)]
    public void CellLanguage_InMetadata_IsRead(string metadata, string? language)
    {
        var text = """{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [{"cell_type": "code", "metadata": M, "outputs": [], "source": ""}]}""";
        Assert.Equal(language, Notebook.Parse(text.Replace("M", metadata)).Cells[0].Language);
    }

    [Theory]
    [InlineData("", "line 1, column 1: this is not JSON. Expected a value, but the file ends.")]
    [InlineData("{\n \"cells\": [\n  oops\n ]\n}", "line 3, column 3: this is not JSON. Expected a value, but there is 'o'.")]
    [InlineData("{\"a\": 1,}", "line 1, column 9: this is not JSON. Expected a key in double quotes, but there is '}'.")]
    [InlineData("{\"a\": \"x", "line 1, column 9: this is not JSON. Expected the closing quote of a string, but the file ends.")]
    [InlineData("[] 1", "line 1, column 4: this is not JSON. Expected the end of the file, but there is '1'.")]
    [InlineData("[01]", "line 1, column 3: this is not JSON. Expected ',' or ']', but there is '1'.")]
    [InlineData("[]", "this is JSON, but not a notebook.")]
    [InlineData("{\"a\": 1}", "it has no 'nbformat'")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "format 3; the kit reads format 4. Convert it with: jupyter nbconvert")]
    [InlineData("{\"nbformat\": 4}", "must have a list 'cells'")]
    [InlineData("{\"nbformat\": 4, \"cells\": [1]}", "cell 1: a cell must be a JSON object")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"poem\"}]}", "cell 1: the cell type 'poem' is unknown")]
    public void Text_ThatIsNoNotebook_IsRefusedWithPlaceAndReason(string text, string message) =>
        Assert.Contains(message, Assert.Throws<NotebookFormatException>(() => Notebook.Parse(text)).Message);

    [Fact]
    public void Text_NestedTooDeeply_IsRefused() =>
        Assert.Contains("levels of nesting", Assert.Throws<NotebookFormatException>(() => Notebook.Parse(new string('[', 100_000))).Message);

    [Fact]
    public void File_ThatIsNotUtf8_IsRefused()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [0x7B, 0xFF]);
            Assert.Contains("Notebooks are UTF-8 text", Assert.Throws<NotebookFormatException>(() => Notebook.Load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Save_ThenLoad_KeepsEveryByte()
    {
        var folder = Directory.CreateTempSubdirectory("learningkit-test-");
        try
        {
            var path = Path.Combine(folder.FullName, "new", "a.ipynb");
            Notebook.Parse(Text).Save(path);
            Assert.Equal(Text, File.ReadAllText(path));
            Notebook.Load(path).Save(path);
            Assert.Equal(Text, File.ReadAllText(path));
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
