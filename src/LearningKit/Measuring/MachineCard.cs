using System.Text;
using System.Text.Json.Serialization;

namespace LearningKit.Measuring;

/// <summary>
/// What a measurement ran on: without it, a figure cannot be compared with any other. Stored with every result.
/// </summary>
/// <remarks>
/// After Hoefler and Belli, "Scientific Benchmarking of Parallel Computing Systems", SC '15, rule 9: document the factors and
/// the set-up. What a system does not tell is null or empty; reading never throws.
/// </remarks>
public sealed record MachineCard
{
    /// <summary>The processor's name.</summary>
    public required string Cpu { get; init; }

    /// <summary>The processors that this process may use, as the runtime counts them: affinity and limits are taken into account.</summary>
    public required int Cores { get; init; }

    /// <summary>The logical processors of the machine; null where unknown.</summary>
    public int? LogicalCores { get; init; }

    /// <summary>The cores of the machine; fewer than <see cref="LogicalCores"/> where two threads share a core; null where unknown.</summary>
    public int? PhysicalCores { get; init; }

    /// <summary>The width in bits of the widest vectors that the runtime uses.</summary>
    public required int VectorBits { get; init; }

    /// <summary>The caches that one core sees, from the nearest on.</summary>
    public IReadOnlyList<CacheInfo> Caches { get; init; } = [];

    /// <summary>The numbers of the processors that this process may run on, as "0-3,8"; null where unknown.</summary>
    public string? Affinity { get; init; }

    /// <summary>How many processors' worth of time the control group grants; null for no limit.</summary>
    public double? CgroupCpuLimit { get; init; }

    /// <summary>How many bytes of memory the control group grants; null for no limit.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>How many threads wanted to run during the last minute, on average; null where unknown.</summary>
    public double? Load { get; init; }

    /// <summary>The memory in bytes that this process may use.</summary>
    public required long Memory { get; init; }

    /// <summary>The operating system and its architecture.</summary>
    public required string Os { get; init; }

    /// <summary>What stands between the process and the hardware, for example "Docker container, virtual machine"; null for nothing that shows.</summary>
    public string? Virtualisation { get; init; }

    /// <summary>The .NET runtime.</summary>
    public required string Runtime { get; init; }

    /// <summary>How garbage is collected.</summary>
    public required string GcMode { get; init; }

    /// <summary>How code is compiled at run time.</summary>
    public required string Tiering { get; init; }

    /// <summary>The limits of the thread pool.</summary>
    public required ThreadPoolSettings ThreadPool { get; init; }

    /// <summary>The kit's version and how it was built.</summary>
    public required string Build { get; init; }

    /// <summary>When the card was read.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>What parallel measurements on this machine are worth.</summary>
    public required TrustBadge Trust { get; init; }

    /// <summary>One line for the foot of a chart.</summary>
    [JsonIgnore]
    public string Summary => $"{Cpu}; {Trust.Message.TrimEnd('.')}; {Runtime}; {Os}; {Date:yyyy-MM-dd}";

    /// <summary>Reads this machine's card. The first call takes up to a second, for the cores are measured once a process.</summary>
    public static MachineCard Read() => MachineReader.Read(TimeProvider.System);

    /// <summary>The card as lines of text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line("processor", Cpu);
        Line("cores", $"{Cores} for this process" + (LogicalCores is { } logical ? $", {logical} logical" : "") + (PhysicalCores is { } physical ? $", {physical} physical" : ""));
        Line("effective", Trust.Message);
        Line("vectors", $"{VectorBits} bits");
        Line("caches", Caches.Count == 0 ? "unknown" : string.Join(", ", Caches));
        Line("affinity", Affinity ?? "unknown");
        Line("cpu limit", CgroupCpuLimit is { } limit ? $"{limit:0.##} processors by control group" : "none");
        Line("memory", ByteSize.Text(Memory) + (MemoryLimit is { } most ? $", limited to {ByteSize.Text(most)} by control group" : ""));
        Line("load", Load is { } load ? $"{load:0.00}" : "unknown");
        Line("system", Os + (Virtualisation is null ? "" : $" ({Virtualisation})"));
        Line("runtime", $"{Runtime}; {GcMode}; {Tiering}");
        Line("thread pool", ThreadPool.ToString());
        Line("kit", Build);
        Line("date", $"{Date:yyyy-MM-dd HH:mm zzz}");
        return text.ToString();

        void Line(string name, string value) => text.Append(name.PadRight(12)).AppendLine(value);
    }
}
