using System.Net;
using LearningKit.Workloads;
using Tasks = System.Threading.Tasks.Task;   // an exercise has a Task of its own: its text

namespace LearningKit.Exercises;

/// <summary>The learner asks again, after pauses that double, where the server says that it has no room just now.</summary>
public sealed class Retry() : Exercise<Func<Func<Task<string>>, int, Func<TimeSpan, Task>, Task<string>>>(
    id: "09-retry",
    title: "Try again, later and later",
    task: "Write AskPatiently(ask, attempts, pause): ask again after the status 503, at most so many times in all; pause 100 ms, then twice as long each time; pass on every other failure, and the last one.",
    "A loop over the attempts with try and catch in it. The answer leaves the loop by return.",
    "A filter says which failures are worth a second try: catch (HttpRequestException error) when (error.StatusCode == HttpStatusCode.ServiceUnavailable && attempt < attempts).",
    "The pause after attempt number n, from 1: TimeSpan.FromMilliseconds(100 * Math.Pow(2, n - 1)). What the filter does not catch goes to the caller by itself.")
{
    const int First = 100;

    /// <inheritdoc/>
    protected override CheckResult Examine(Func<Func<Task<string>>, int, Func<TimeSpan, Task>, Task<string>> answer) =>
        Tasks.Run(() => ExamineAsync(answer)).GetAwaiter().GetResult();

    async Task<CheckResult> ExamineAsync(Func<Func<Task<string>>, int, Func<TimeSpan, Task>, Task<string>> answer)
    {
        (string Name, string Path, int Failures, int Attempts, HttpStatusCode Ends, int[] Pauses)[] cases =
        [
            ("A server that answers at once", "/1", 0, 3, HttpStatusCode.OK, []),
            ("A server that fails twice", "/2", 2, 5, HttpStatusCode.OK, [First, 2 * First]),
            ("A server that fails four times", "/3", 4, 5, HttpStatusCode.OK, [First, 2 * First, 4 * First, 8 * First]),
            ("A server that always fails", "/4", int.MaxValue, 4, HttpStatusCode.ServiceUnavailable, [First, 2 * First, 4 * First]),
            ("A server that fails, with one attempt allowed", "/5", int.MaxValue, 1, HttpStatusCode.ServiceUnavailable, []),
            ("A document that does not exist", "/none", 0, 4, HttpStatusCode.NotFound, []),
        ];
        foreach (var (name, path, failures, attempts, ends, expected) in cases)
        {
            await using var server = await LocalServer.StartAsync(new LocalServerOptions { Fails = (_, before) => before < failures }).ConfigureAwait(false);
            using var client = server.CreateClient();
            var asks = 0;
            var pauses = new List<double>();
            string? text = null;
            HttpRequestException? error = null;
            try
            {
                text = await answer(AskAsync, attempts, PauseAsync).ConfigureAwait(false);
            }
            catch (HttpRequestException thrown)
            {
                error = thrown;
            }
            var most = expected.Length + 1;
            if (ends == HttpStatusCode.NotFound && asks > 1)
                return NotYet($"{name} was asked for {asks} times.", "Only 503 promises that it may be better later. Who asks again for what is not there only adds to the load.");
            if (asks > most) return NotYet($"{name}, {attempts} attempt(s) allowed: asked {asks} times.", "The first time counts as an attempt, too.");
            if (asks < most) return NotYet($"{name}, {attempts} attempt(s) allowed: asked {asks} time(s) instead of {most}.", "As long as attempts are left and the status is 503, ask again.");
            if (pauses.Count > expected.Length) return NotYet($"{name}: {pauses.Count} pauses for {asks} attempt(s).", "Pause between two attempts only: after the last one nobody waits for anything.");
            if (!pauses.SequenceEqual(expected.Select(ms => (double)ms)))
                return NotYet($"{name}: the pauses were {Say(pauses)} ms instead of {Say(expected.Select(ms => (double)ms))} ms.",
                    pauses.Count < expected.Length ? "Pause before each new attempt: a server without room gets none from being asked at once."
                    : "Each pause is twice as long as the one before: many clients that fail together must not come back together, again and again.");
            if (ends != HttpStatusCode.OK && error?.StatusCode != ends)
                return NotYet($"{name}: the caller was not told.", "The last failure belongs to the caller: let the exception through.");
            if (ends == HttpStatusCode.OK && text != FetchValues.Value(long.Parse(path[1..])).ToString())
                return NotYet($"{name}: \"{text}\" came back instead of the answer.", "Return what ask() returned.");

            Task<string> AskAsync() => ++asks > 20 ? throw new InvalidOperationException("20 attempts were made. Does your loop count them?") : client.GetStringAsync(path);

            Task PauseAsync(TimeSpan time)
            {
                pauses.Add(time.TotalMilliseconds);
                return Tasks.CompletedTask;   // written down, not waited for
            }
        }
        return Passed($"{cases.Length} servers: asked again after 503 alone, never more often than allowed, with pauses that double, and every failure was told.");
    }

    static string Say(IEnumerable<double> milliseconds) => string.Join(", ", milliseconds.Select(ms => $"{ms:0}")) is { Length: > 0 } list ? list : "0";
}
