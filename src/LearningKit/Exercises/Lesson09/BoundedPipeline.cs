using LearningKit.Workloads;
using Tasks = System.Threading.Tasks.Task;   // an exercise has a Task of its own: its text

namespace LearningKit.Exercises;

/// <summary>The learner downloads documents with a bounded number in flight and parses them in a stage of its own.</summary>
public sealed class BoundedPipeline() : Exercise<Func<int, Func<int, Task<string>>, Func<string, long>, int, Task<long>>>(
    id: "09-bounded-pipeline",
    title: "A bounded pipeline",
    task: "Write SumAll(documents, download, parse, inFlight): each document once, at most inFlight downloads at a time, one parser beside them, at most inFlight documents in between, the sum at the end.",
    "Two stages with a channel between them: Channel.CreateBounded<string>(inFlight). The first stage writes, the second reads, and both run at the same time.",
    "First stage: Parallel.ForEachAsync over Enumerable.Range(0, documents) with MaxDegreeOfParallelism = inFlight. Second stage: await foreach (var text in channel.Reader.ReadAllAsync()).",
    "Whatever happens to the first stage, the second must hear of its end: catch the exception and call channel.Writer.Complete(exception), or Complete(null) when all went well.")
{
    const int Documents = 40;
    const int InFlight = 4;
    const int Broken = 13;

    /// <summary>Between the stages, in the hands of the downloads, and in the parser.</summary>
    const int MostPiledUp = InFlight + InFlight + 1;

    /// <summary>How long to wait for the end. Only wrong answers wait as long as this.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(15);

    /// <summary>How long the server and the parser hold the first, until as many have come as must. Only wrong answers wait as long as this.</summary>
    static readonly TimeSpan hold = TimeSpan.FromSeconds(3);

    /// <summary>How long to look for one more than is allowed. Right answers wait for it twice.</summary>
    static readonly TimeSpan moment = TimeSpan.FromSeconds(0.5);

    /// <inheritdoc/>
    protected override CheckResult Examine(Func<int, Func<int, Task<string>>, Func<string, long>, int, Task<long>> answer) =>
        Tasks.Run(() => ExamineAsync(answer)).GetAwaiter().GetResult();

    async Task<CheckResult> ExamineAsync(Func<int, Func<int, Task<string>>, Func<string, long>, int, Task<long>> answer) =>
        await AllGoesWell(answer).ConfigureAwait(false) ?? await OneIsBroken(answer).ConfigureAwait(false)
        ?? Passed($"{Documents} documents, each once, {InFlight} in flight by the server's own count, parsed one at a time while downloads went on, never more than {MostPiledUp} unfinished; and a broken download was reported.");

    async Task<CheckResult?> AllGoesWell(Func<int, Func<int, Task<string>>, Func<string, long>, int, Task<long>> answer)
    {
        LocalServer? server = null;
        var doorOpen = new TaskCompletionSource();
        await using var started = server = await LocalServer.StartAsync(new LocalServerOptions { Gate = HoldAsync }).ConfigureAwait(false);
        using var client = server.CreateClient();
        var ledger = new ItemLedger(Documents);
        var counts = new object();
        var (downloaded, parsed, mostPiledUp, parsing, mostParsing) = (0, 0, 0, 0, 0);

        var task = Tasks.Run(() => answer(Documents, DownloadAsync, Parse, InFlight));
        if (await Tasks.WhenAny(task, Tasks.Delay(patience)).ConfigureAwait(false) != task)
            return NotYet($"After {patience.TotalSeconds:0} seconds there was no answer; {downloaded} of {Documents} documents were downloaded and {parsed} parsed.",
                "Somebody waits for something that nobody does. Does the writer say Complete? Is there a reader while the channel is full?");
        var sum = await task.ConfigureAwait(false);

        if (server.MostWaiting < InFlight)
            return NotYet($"The server saw at most {server.MostWaiting} request(s) at the same time; {InFlight} were allowed.", "Begin the next downloads before the first has ended.");
        if (server.MostWaiting > InFlight)
            return NotYet($"The server saw {server.MostWaiting} requests at the same time; {InFlight} are allowed.", "Limit the downloads: MaxDegreeOfParallelism, a SemaphoreSlim, or as many downloading loops as may be in flight.");
        if (!ledger.IsExact) return NotYet($"Of the downloads: {ledger}.", "Two loops that share their numbers must not share a number: who takes the next one?");
        if (mostParsing > 1) return NotYet($"{mostParsing} documents were parsed at the same time.", "This parser serves one at a time: give parsing a stage of its own.");
        if (mostPiledUp <= InFlight) return NotYet("While a document was parsed, no further downloads were begun.", "The stages are to run at the same time: start the downloads, do not await them, and read meanwhile.");
        if (mostPiledUp > MostPiledUp)
            return NotYet($"{mostPiledUp} documents piled up before the parser.", "A channel that is bounded to inFlight lets the downloads wait for the parser: CreateBounded.");
        return parsed == Documents && sum == Enumerable.Range(0, Documents).Sum(number => FetchValues.Value(number))
            ? null
            : NotYet($"{parsed} documents were parsed, and the sum came back as {sum:N0}.", "Read until the channel is complete and empty, and only then return the sum.");

        // The first requests are held until as many wait as are allowed, and a moment longer, in case one more comes.
        async Task HoldAsync(long number, CancellationToken aborted)
        {
            if (server!.Waiting >= InFlight)
            {
                if (server.Waiting == InFlight) await Tasks.WhenAny(doorOpen.Task, Tasks.Delay(moment, aborted)).ConfigureAwait(false);
                doorOpen.TrySetResult();
            }
            await Tasks.WhenAny(doorOpen.Task, Tasks.Delay(hold, aborted)).ConfigureAwait(false);
            doorOpen.TrySetResult();
        }

        async Task<string> DownloadAsync(int number)
        {
            ledger.Enter(number);
            var text = await client.GetStringAsync($"/{number}").ConfigureAwait(false);
            lock (counts) mostPiledUp = Math.Max(mostPiledUp, ++downloaded - parsed);
            return text;
        }

        // The first document is held in the parser until as many have piled up as may, and a moment longer.
        long Parse(string text)
        {
            lock (counts) mostParsing = Math.Max(mostParsing, ++parsing);
            if (parsed == 0)
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref mostPiledUp) > InFlight || Volatile.Read(ref mostParsing) > 1, hold);
                SpinWait.SpinUntil(() => Volatile.Read(ref mostPiledUp) > MostPiledUp || Volatile.Read(ref mostParsing) > 1, moment);
            }
            lock (counts)
            {
                parsed++;
                parsing--;
            }
            return long.Parse(text);
        }
    }

    async Task<CheckResult?> OneIsBroken(Func<int, Func<int, Task<string>>, Func<string, long>, int, Task<long>> answer)
    {
        await using var server = await LocalServer.StartAsync(new LocalServerOptions { Fails = (number, _) => number == Broken }).ConfigureAwait(false);
        using var client = server.CreateClient();
        var task = Tasks.Run(() => answer(Documents, number => client.GetStringAsync($"/{number}"), long.Parse, InFlight));
        if (await Tasks.WhenAny(task, Tasks.Delay(patience)).ConfigureAwait(false) != task)
            return NotYet($"The server turned document {Broken} away, and your pipeline never ended.", "The reader waits for a writer that has failed. Hand the exception on: channel.Writer.Complete(exception).");
        try
        {
            var sum = await task.ConfigureAwait(false);
            return NotYet($"The server turned document {Broken} away, and {sum:N0} came back as if nothing had happened.", "Half a sum is worse than none: the caller must get the exception. Await what you have started.");
        }
        catch (Exception)
        {
            return null;
        }
    }
}
