using System.Text.Json;
using System.Text.Json.Nodes;
using LearningKit.Notebooks.Jupyter;

namespace LearningKit.Notebooks.Tests.Jupyter;

public sealed class HistoryTests
{
    readonly InputHistory history = new();

    public HistoryTests()
    {
        history.Add(1, "1 - 1");
        history.SetOutput(1, "2");
        history.Add(2, "var x = 2;");
        history.Add(3, "1 - 1");
        history.Add(4, "x");
    }

    [Theory]
    [InlineData("""{"hist_access_type":"tail","n":2}""", "3 4")]
    [InlineData("""{"hist_access_type":"tail"}""", "1 2 3 4")]
    [InlineData("""{"hist_access_type":"tail","n":-3}""", "")]
    [InlineData("""{"hist_access_type":"range","session":0,"start":2,"stop":4}""", "2 3")]
    [InlineData("""{"hist_access_type":"range","session":1,"start":3}""", "3 4")]
    [InlineData("""{"hist_access_type":"range","session":-1,"start":1,"stop":9}""", "")]
    [InlineData("""{"hist_access_type":"search","pattern":"1*"}""", "1 3")]
    [InlineData("""{"hist_access_type":"search","pattern":"?"}""", "4")]
    [InlineData("""{"hist_access_type":"search","pattern":"*","unique":true}""", "2 3 4")]
    [InlineData("""{"hist_access_type":"search","pattern":"1 - *","n":1}""", "3")]
    [InlineData("""{"hist_access_type":7}""", "")]
    public void Request_OfAnyKind_FindsItsCells(string request, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', Ask(request).Select(entry => entry![1]!.GetValue<int>())));

    [Fact]
    public void Request_WithOutput_GivesPairs()
    {
        Assert.Equal("""[1,1,["1 - 1","2"]]""", Ask("""{"hist_access_type":"tail","output":true}""")[0]!.ToJsonString());
        Assert.Equal("""[1,2,["var x = 2;",null]]""", Ask("""{"hist_access_type":"tail","output":true}""")[1]!.ToJsonString());
    }

    [Fact]
    public void History_OfManyCells_KeepsTheLast()
    {
        for (var i = 5; i <= 20_000; i++) history.Add(i, "cell");
        var all = Ask("""{"hist_access_type":"tail"}""");
        Assert.Equal(10_000, all.Count);
        Assert.Equal(20_000, all[^1]![1]!.GetValue<int>());
    }

    JsonArray Ask(string request) => history.Answer(JsonDocument.Parse(request).RootElement)["history"]!.AsArray();
}
