#:property PublishAot=false
#:property UseAppHost=false
// One job of lesson 01 in a process of its own:
//   job primes BELOW           counts the primes below a limit
//   job server ADDRESS FIRST   asks the lesson's server for four values and adds them up
// Prints: RESULT BEGIN END PROCESSOR-MILLISECONDS PROCESS, with BEGIN and END on the clock that all processes share.
using System.Diagnostics;

var begin = Stopwatch.GetTimestamp();
var result = args switch
{
    ["primes", var below] => CountPrimes(int.Parse(below)),
    ["server", var address, var first] => await AskServer(address, int.Parse(first)),
    _ => throw new ArgumentException("Give: primes BELOW, or: server ADDRESS FIRST."),
};
var end = Stopwatch.GetTimestamp();
Console.Write($"{result} {begin} {end} {(long)Environment.CpuUsage.TotalTime.TotalMilliseconds} {Environment.ProcessId}");

static long CountPrimes(int below)
{
    long primes = 0;
    for (var number = 2; number < below; number++)
        if (IsPrime(number)) primes++;
    return primes;
}

static bool IsPrime(int number)
{
    for (var divisor = 2; divisor * divisor <= number; divisor++)
        if (number % divisor == 0) return false;
    return true;
}

static async Task<long> AskServer(string address, int first)
{
    using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
    client.DefaultRequestHeaders.Add("X-LearningKit-Key", Environment.GetEnvironmentVariable("LEARNINGKIT_SERVER_KEY"));
    long sum = 0;
    for (var number = first; number < first + 4; number++) sum += long.Parse(await client.GetStringAsync($"{address}/{number}"));
    return sum;
}
