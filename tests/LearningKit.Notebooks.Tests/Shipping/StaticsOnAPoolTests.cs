namespace LearningKit.Notebooks.Tests.Shipping;

/// <summary>Static fields of types that cells declare, in a worker: who sets them, and how long that lasts.</summary>
public sealed class StaticsOnAPoolTests(PoolOfSession cells) : IClassFixture<PoolOfSession>
{
    [Fact]
    public async Task Field_ThatTheInitializerSets_KeepsItsValueForAllTasks()
    {
        await cells.Succeed("static class Names { public static string[] All = []; public static void Load() => All = [\"a\"]; }");
        Assert.Equal("1 1", (await cells.Succeed(
            """
            using (var loaded = new ProcessPool(1, new() { Initializer = () => Names.Load() }))
                Console.Write($"{loaded.Apply(() => Names.All.Length)} {loaded.Map(_ => Names.All.Length, [0])[0]}");
            """)).Out);
    }

    [Fact]
    public async Task Field_ThatAWorkerSets_StaysUntilItIsChangedHere()
    {
        await cells.Succeed("static class Tally { public static int Count = 1; public static List<int> Seen = []; }");
        await cells.Succeed("Func<int> raise = () => ++Tally.Count; Func<int> look = () => { Tally.Seen.Add(0); return Tally.Seen.Count; };");
        Assert.Equal("2 3", (await cells.Succeed("$\"{pool.Apply(raise)} {pool.Apply(raise)}\"")).Value);
        Assert.Equal("1 2", (await cells.Succeed("$\"{pool.Apply(look)} {pool.Apply(look)}\"")).Value);
        Assert.Equal("1 0", (await cells.Succeed("$\"{Tally.Count} {Tally.Seen.Count}\"")).Value);
        await cells.Succeed("Tally.Count = 10; Tally.Seen.AddRange([1, 2, 3]);");
        Assert.Equal("11 4", (await cells.Succeed("$\"{pool.Apply(raise)} {pool.Apply(look)}\"")).Value);
    }

    [Fact]
    public async Task ReadOnlyField_ThatALaterCellFills_ArrivesFilled()
    {
        await cells.Succeed("static class Prices { public static readonly Dictionary<string, int> Table = []; public static readonly Guid Run = Guid.NewGuid(); }");
        await cells.Succeed("Prices.Table[\"tea\"] = 3;");
        Assert.Equal("3 True", (await cells.Succeed("$\"{pool.Apply(() => Prices.Table[\"tea\"])} {pool.Apply(() => Prices.Run) == Prices.Run}\"")).Value);
        await cells.Succeed("Prices.Table[\"tea\"] = 4;");
        Assert.Equal("4", (await cells.Succeed("pool.Apply(() => Prices.Table[\"tea\"])")).Value);
    }

    [Fact]
    public async Task ReadOnlyField_ThatCannotTravel_IsMadeAnew()
    {
        await cells.Succeed("static class Web { public static readonly System.Net.Http.HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(7) }; }");
        Assert.Equal("7", (await cells.Succeed("pool.Apply(() => Web.Client.Timeout.TotalSeconds)")).Value);
    }

    [Fact]
    public async Task Result_WhoseTypeHasStaticFields_DoesNotChangeThemHere()
    {
        await cells.Succeed("class Ticket { public static int Sold; public int Number = ++Sold; public override string ToString() => $\"{Number} of {Sold}\"; }");
        Assert.Equal("1 of 0", (await cells.Succeed("pool.Apply(() => new Ticket()).ToString()")).Value);
    }
}
