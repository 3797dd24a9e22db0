"""The process pool beside Python's multiprocessing and concurrent.futures, in turns, in the same run: see README.md in this folder."""
import argparse, json, os, platform, statistics, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
KIT = ROOT / "artifacts" / "kit"
FIGURES = ["start", "call", "map", "array", "cpu", "memory"]

# The program lies in a folder of its own and takes the library, as it is published, from the kit's.
PROGRAM = """
using System.Reflection;
var kit = args[0];
AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) =>
    Path.Combine(kit, new AssemblyName(wanted.Name).Name + ".dll") is var file && File.Exists(file) ? Assembly.LoadFrom(file) : null;
Started.Run(args[1]);

static class Started
{
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    public static void Run(string figure) => LearningKit.Benchmarks.PoolFigures.Run(figure);
}
"""


def build(kit, folder):
    """Compiles PoolFigures.cs into a program that uses the published library."""
    references = "".join(f'<Reference Include="{kit / name}.dll" Private="false" />' for name in ("LearningKit", "LearningKit.Shipping", "LearningKit.Processes"))
    (folder / "pools.csproj").write_text(
        '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><LangVersion>latest</LangVersion>'
        '<ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><InvariantGlobalization>true</InvariantGlobalization></PropertyGroup>'
        f'<ItemGroup><Compile Include="{HERE / "PoolFigures.cs"}" />{references}</ItemGroup></Project>')
    (folder / "Program.cs").write_text(PROGRAM)
    built = subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", "-nologo", "-o", folder / "out"], cwd=folder, capture_output=True, text=True)
    if built.returncode: sys.exit(f"The benchmark does not build:\n{built.stdout}")
    return folder / "out" / "pools.dll"


def take(command):
    """Runs one side's program for one figure: name to samples."""
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if ran.returncode: sys.exit(f"{' '.join(map(str, command))} failed:\n{ran.stdout}{ran.stderr}")
    return json.loads(ran.stdout.splitlines()[-1])


def measure(figures, rounds, ours, theirs):
    """Each figure in turns, the order turned round each time; of each turn the median of its samples is kept."""
    medians = {}
    for number in range(rounds):
        for figure in figures:
            sides = [("ours", [*ours, figure]), ("python", [*theirs, figure])]
            for side, command in sides if number % 2 == 0 else sides[::-1]:
                for name, samples in take(command).items():
                    medians.setdefault(f"{side}, {figure}, {name}", []).append(statistics.median(samples))
            print(f"round {number + 1} of {rounds}, {figure}: load {os.getloadavg()[0]:.1f}", file=sys.stderr, flush=True)
    return medians


# What is asked of the pool: name, ours, theirs, unit, and whether the median of the ratios is good enough.
def rows(medians):
    def row(name, ours, theirs, scale, unit, wanted, good=None):
        if f"ours, {ours}" not in medians or theirs and f"python, {theirs}" not in medians: return []
        own = [scale * value for value in medians[f"ours, {ours}"]]
        beside = [scale * value for value in medians[f"python, {theirs}"]] if theirs else []
        ratios = [b / a for a, b in zip(own, beside)]
        judged = ratios or own
        return [dict(what=name, unit=unit, ours=own, python=beside, times=ratios, wanted=wanted, met=None if good is None else good(statistics.median(judged)))]

    def speedup(side, way):
        return [serial / parallel for serial, parallel in zip(medians[f"{side}, cpu, serial"], medians[f"{side}, cpu, {way}"])]

    table = []
    for kind in ("first", "later"):
        table += row(f"first result of a fresh pool, {kind} in its process; Python's spawn", f"start, {kind}", f"start, spawn, {kind}", 1000, "ms", "no slower", lambda r: r >= 1)
        table += row(f"the same; forkserver", f"start, {kind}", f"start, forkserver, {kind}", 1000, "ms", "")
        table += row(f"the same; fork", f"start, {kind}", f"start, fork, {kind}", 1000, "ms", "under 3 times its time", lambda r: r > 1 / 3)
    table += row("a call and its answer, 8 B; Pool.apply", "call, call", "call, Pool.apply", 1e6, "µs", "3 times as fast", lambda r: r >= 3)
    table += row("the same; executor.submit().result()", "call, call", "call, executor.submit", 1e6, "µs", "")
    for chunk in (1, 10, 100, 1250):
        table += row(f"10,000 tiny tasks, chunks of {chunk}; Pool.map", f"map, {chunk}", f"map, Pool.map, {chunk}", 1000, "ms", "5 times as fast", lambda r: r >= 5)
        table += row(f"the same; executor.map", f"map, {chunk}", f"map, executor.map, {chunk}", 1000, "ms", "")
    for kind in ("array.array", "bytes", "numpy"):
        table += row(f"64 MB there and back; Pool.apply of {kind}", "array, by value", f"array, Pool.apply, {kind}", 1000, "ms", "5 times as fast", lambda r: r >= 5)
    table += row("64 MB shared, no copy; shared_memory", "array, shared", "array, shared_memory", 1000, "ms", "")
    table += row("the same, alone", "array, shared", None, 1000, "ms", "under 1 ms", lambda ms: ms < 1)
    if "ours, cpu, workers" in medians:
        workers, threads = speedup("ours", "workers"), speedup("ours", "threads")
        share = [w / t for w, t in zip(workers, threads)]
        had = medians["ours, cpu, share of two processors that the threads had"]
        quiet = statistics.median(had) >= 0.9   # else others worked, too, and the system divided the processors among sessions: a worker is one, all threads of a process are one
        table.append(dict(what="speed-up of 2 workers; of 2 threads, in C#", unit="times", ours=workers, python=threads, times=share, wanted="0.95 of the threads'" if quiet else "a quiet machine", met=statistics.median(share) >= 0.95 if quiet else None))
        table.append(dict(what="share of two processors that the 2 threads had", unit="", ours=had, python=[], times=[], wanted="0.9, else the row above shows nothing", met=quiet))
        table.append(dict(what="speed-up of 2 workers; of Pool.map, each over its own serial time", unit="times", ours=workers, python=speedup("python", "workers"), times=[], wanted="", met=None))
    for method in ("fork", "forkserver", "spawn"):
        table += row(f"memory of an idle worker for itself; {method}", "memory, private", f"memory, {method}", 1e-6, "MB", "")
    table += row("the same, alone", "memory, private", None, 1e-6, "MB", "under 60 MB", lambda mb: mb < 60)
    return table


def spread(values):
    return f"{statistics.median(values):.3g} ({min(values):.3g} to {max(values):.3g})" if values else ""


def processor():
    names = [line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return names[0] if names else platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("figures", nargs="*", default=FIGURES, help=f"{', '.join(FIGURES)}; all unless told")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured; 5 unless told")
    parser.add_argument("--kit", type=Path, default=KIT, help="the folder of the published kit; that of ./kit unless told")
    parser.add_argument("--json", type=Path, help="a file for all figures; artifacts/benchmarks/processes.json unless told", default=ROOT / "artifacts" / "benchmarks" / "processes.json")
    options = parser.parse_args()
    kit = options.kit.resolve()
    if not (kit / "LearningKit.Processes.dll").exists(): sys.exit(f"There is no LearningKit.Processes.dll in {kit}. Run ./kit --version once, which builds it.")
    before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        ours = ["dotnet", build(kit, Path(folder)), kit]
        medians = measure(options.figures, options.rounds, ours, [sys.executable, HERE / "pools.py"])
    runtime = subprocess.run(["dotnet", "--version"], capture_output=True, text=True).stdout.strip()
    machine = dict(processor=processor(), processors=os.cpu_count(), system=platform.platform(), python=platform.python_version(), dotnet_sdk=runtime,
                   load_before=before, load_after=os.getloadavg()[0], rounds=options.rounds)
    table = rows(medians)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(dict(machine=machine, table=table, medians=medians), indent=1))

    print(f"{machine['processor']}, {machine['processors']} processors, load {before:.1f} before and {machine['load_after']:.1f} after, "
          f"Python {machine['python']}, .NET SDK {runtime}, {options.rounds} rounds.\n"
          "Median of the rounds (least to greatest); ratio: median of the rounds' ratios, Python's time over ours.\n")
    print("| what; beside | | ours | beside | ratio | wanted | met |\n|---|---|---|---|---|---|---|")
    for row in table:
        met = "" if row["met"] is None else "yes" if row["met"] else "no"
        print(f"| {row['what']} | {row['unit']} | {spread(row['ours'])} | {spread(row['python'])} | {spread(row['times'])} | {row['wanted']} | {met} |")


main()
