using LearningKit.Measuring;

namespace LearningKit.Exercises;

/// <summary>The learner's reading of a machine card is tried on cards of machines that are not there.</summary>
public sealed class ReadYourCard() : Exercise<Func<MachineCard, CardReading>>(
    id: "00-read-your-card",
    title: "Read your machine card",
    task: "Write ReadCard(card): how many threads of pure computing are worth starting, and how many doubles fit into the nearest data cache?",
    "The card holds both a count of processors and what was measured. Which of the two is a capacity?",
    "Workers: card.Trust.EffectiveCores, rounded to a whole number, and at least 1.",
    "Doubles: find the cache of level 1 that holds data (\"Data\" or \"Unified\"), and divide its bytes by the 8 of a double. No such cache on the card: 0.")
{
    const int KiB = 1024;

    /// <inheritdoc/>
    protected override CheckResult Examine(Func<MachineCard, CardReading> answer)
    {
        (string Machine, int Cores, int Logical, double Effective, CacheInfo[] Caches)[] machines =
        [
            ("a laptop", 8, 8, 5.8, [new(1, "Data", 48 * KiB, 2), new(1, "Instruction", 32 * KiB, 2), new(2, "Unified", 1280 * KiB, 2), new(3, "Unified", 12288 * KiB, 8)]),
            ("a container", 16, 16, 1.9, [new(1, "Instruction", 64 * KiB, 1), new(1, "Data", 32 * KiB, 1), new(2, "Unified", 512 * KiB, 1)]),
            ("a busy old machine", 2, 4, 0.4, [new(1, "Unified", 16 * KiB, 1)]),
            ("a server pinned to few cores", 24, 96, 23.7, [new(2, "Unified", 1024 * KiB, 1), new(1, "Data", 64 * KiB, 1)]),
            ("a machine that hides its caches", 4, 4, 4, []),
        ];
        var own = MachineCard.Read();
        foreach (var (machine, cores, logical, effective, caches) in machines)
        {
            var card = own with { Cores = cores, LogicalCores = logical, Caches = caches, Trust = TrustBadge.Of(cores, effective) };
            var (workers, doubles) = (Math.Max(1, (int)Math.Round(effective)), Nearest(card) / sizeof(double));
            var given = answer(card);
            if (given is null) return NotYet($"For {machine}, null came back.", "Return new CardReading(workers, doubles).");
            if (given.Workers != workers)
                return NotYet($"{Capital(machine)} reports {cores} processors and has {effective:0.0} effective cores. You would start {given.Workers} threads.", HintForWorkers(given.Workers, cores, logical, effective));
            if (given.DoublesNearby != doubles)
                return NotYet($"{Capital(machine)} has the caches: {(caches.Length == 0 ? "none known" : string.Join(", ", caches.Select(c => c.ToString())))}. You found room for {given.DoublesNearby:N0} doubles.",
                    HintForDoubles(given.DoublesNearby, caches));
        }
        return Passed($"Your reading is right for {machines.Length} machines you have never seen. Here it says: {answer(own)?.Workers} thread(s) of pure computing.");
    }

    static string HintForWorkers(int given, int cores, int logical, double effective) =>
        given == cores || given == logical ? "A core count is not a capacity: use what was measured, card.Trust.EffectiveCores."
        : given == 0 ? "With no worker at all nothing gets done: at least 1."
        : given == (int)effective ? "Casting to int cuts 1.9 down to 1 and leaves a core idle: round."
        : $"Round {effective:0.0} to a whole number.";

    static string HintForDoubles(long given, CacheInfo[] caches) =>
        caches.Length == 0 ? "When no cache is known, the answer is 0."
        : caches.Any(cache => cache.Bytes == given) ? "That is the number of bytes. A double has 8."
        : caches.Any(cache => cache.Kind == "Instruction" && cache.Bytes / sizeof(double) == given) ? "Instruction caches hold code, not data."
        : caches.Any(cache => cache.Level > 1 && cache.Bytes / sizeof(double) == given) ? "The nearest cache has level 1, and the card need not list it first."
        : "Bytes of the level-1 cache that holds data, divided by 8.";

    static long Nearest(MachineCard card) =>
        card.Caches.Where(cache => cache is { Level: 1, Kind: "Data" or "Unified" }).Select(cache => cache.Bytes).FirstOrDefault();

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
