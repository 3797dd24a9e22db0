namespace LearningKit.Shipping.Tests.Values;

public sealed class ReadmeTests
{
    [Fact]
    public void Example_OfTheReadme_IsWhatIsWritten()
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "src", "LearningKit.Shipping", "README.md"));
        var example = lines.SkipWhile(line => line != "```hex").Skip(1).TakeWhile(line => line != "```")
            .SelectMany(line => line.Split("   ")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(pair => Convert.ToByte(pair, 16)).ToArray();
        int[] pair = [1, 2];
        Assert.Equal(Packer.Pack(new object?[] { 300, "ä", pair, pair, new Version(1, 2), null }).Body.ToArray(), example);
    }

    [Fact]
    public void BuiltInTypes_OfTheReadme_HaveItsNumbers()
    {
        Assert.Equal(26, WireFormat.TagOf(typeof(object[])));
        Assert.Equal(40, WireFormat.TagOf(typeof(List<int>)));
        Assert.Equal(44, WireFormat.TagOf(typeof(Exception)));
        Assert.True(WireFormat.FirstBuiltIn + WireFormat.BuiltInTypes.Length <= WireFormat.FirstNamed);
    }

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "LearningKit.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
