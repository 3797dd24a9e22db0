"""The C# kernel beside ipykernel, in turn, in the same run: see README.md in this folder."""
import argparse, json, os, platform, statistics, subprocess, sys, tempfile, time
from pathlib import Path

try:
    import ipykernel
    from jupyter_client import KernelManager
except ImportError:
    sys.exit("Skipped: this Python has no ipykernel and jupyter_client to measure against. Debian: apt-get install python3-ipykernel, then /usr/bin/python3 kernels.py")

ROOT = Path(__file__).resolve().parents[3]
KIT = ROOT / "artifacts" / "kit" / "kit.dll"
LINES = {"ours": "for (var i = 0; i < 100_000; i++) Console.WriteLine(i);", "ipykernel": "for i in range(100_000): print(i)"}
PARALLEL_LINES = "Parallel.For(0, 100_000, i => Console.WriteLine(i));"
TICK = os.sysconf("SC_CLK_TCK")

# The same text is a cell and, behind Console.WriteLine, the top-level statements of a Release program.
LOOPS = {
    "long sum": "long sum = 0; for (int i = 0; i < 1_000_000_000; i++) sum += i ^ (i >> 3);",
    "double sum": "double sum = 0; for (int i = 1; i < 300_000_000; i++) sum += 1.0 / i;",
    "array": "var a = new int[10_000]; for (int i = 0; i < a.Length; i++) a[i] = i; long sum = 0; for (int r = 0; r < 60_000; r++) for (int i = 0; i < a.Length; i++) sum += a[i];",
    "while": "bool go = true; long sum = 0; int n = 0; while (go) { sum += n & 7; n++; if (n == 800_000_000) go = false; }",
    "method": "long Sum(int n) { long s = 0; for (int i = 0; i < n; i++) s += i ^ (i >> 3); return s; } long sum = Sum(1_000_000_000);",
    "lambda": "var part = new long[2]; Parallel.For(0, 2, p => { long s = 0; for (int i = 0; i < 500_000_000; i++) s += i ^ (i >> 3); part[p] = s; }); long sum = part[0] + part[1];",
}


def cpu_seconds(pid):
    """User and system seconds of a process, its ended children and its running ones."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    total = sum(int(field) for field in fields[11:15]) / TICK
    return total + sum(cpu_seconds(child) for child in children(pid))


def children(pid):
    return [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]


def private_bytes(pid):
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    own = sum(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Private_"))
    return own + sum(private_bytes(child) for child in children(pid))


class Kernel:
    def __init__(self, name):
        self.manager = KernelManager(kernel_name=name)
        begin = time.perf_counter()
        self.manager.start_kernel(stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=120)
        self.run("1+1")
        self.first_seconds = time.perf_counter() - begin
        self.first_cpu = cpu_seconds(self.pid)

    @property
    def pid(self):
        return self.manager.provisioner.process.pid

    def run(self, code):
        """Executes a cell; returns seconds from the request to idle, and the text it printed."""
        printed = []
        def keep(message):
            if message["msg_type"] == "stream": printed.append(message["content"]["text"])
        begin = time.perf_counter()
        reply = self.client.execute_interactive(code, output_hook=keep, timeout=600)
        seconds = time.perf_counter() - begin
        if reply["content"]["status"] != "ok": raise RuntimeError(f"{code}: {reply['content']}")
        return seconds, "".join(printed)

    def __enter__(self): return self

    def __exit__(self, *_):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def lines(kernel, code):
    seconds, text = kernel.run(code)
    if len(text.splitlines()) != 100_000: raise RuntimeError(f"{len(text.splitlines())} of 100,000 lines arrived")
    return seconds


def beside(rounds):
    """Both kernels in turn: start, round trips, lines."""
    figures = {what: {"ours": [], "ipykernel": []} for what in ("start, CPU s", "start, wall s", "1+1, ms", "100,000 lines, s", "lines by Parallel.For, s")}
    for _ in range(rounds):
        for name, spec in (("ours", "learningkit-benchmark"), ("ipykernel", "python3")):
            with Kernel(spec) as kernel:
                figures["start, CPU s"][name].append(kernel.first_cpu)
                figures["start, wall s"][name].append(kernel.first_seconds)
                for _ in range(30): kernel.run("1+1")
                figures["1+1, ms"][name].append(1000 * statistics.median(kernel.run("1+1")[0] for _ in range(100)))
                figures["100,000 lines, s"][name].append(lines(kernel, LINES[name]))
                figures["lines by Parallel.For, s"][name].append(lines(kernel, PARALLEL_LINES if name == "ours" else LINES[name]))
    for what, both in figures.items():
        ratio = statistics.median(a / b for a, b in zip(both["ours"], both["ipykernel"]))
        print(f"| {what} | {spread(both['ours'])} | {spread(both['ipykernel'])} | {ratio:.2f} |")


def loops(rounds):
    """Each loop as a cell and as a Release program, in turn; both take their own time with the same clock."""
    with tempfile.TemporaryDirectory() as folder:
        program = release_program(Path(folder))
        with Kernel("learningkit-benchmark") as kernel:
            for name, code in LOOPS.items():
                cell, compiled = [], []
                for _ in range(rounds):
                    cell.append(float(kernel.run(timed(code))[1]))
                    compiled.append(float(subprocess.check_output(["dotnet", program[name]])))
                ratio = statistics.median(a / b for a, b in zip(cell, compiled))
                print(f"| loop: {name}, s | {spread(cell)} | {spread(compiled)} (Release) | {ratio:.2f} |")


def timed(code):
    """A block of its own measures the processor time of the process, which other programs disturb less than the clock."""
    return (f"var clock0 = System.Environment.CpuUsage.TotalTime; {code} "
            "Console.WriteLine((System.Environment.CpuUsage.TotalTime - clock0).TotalSeconds + (sum == 42 ? 1 : 0));")


def release_program(folder):
    paths = {}
    for number, (name, code) in enumerate(LOOPS.items()):
        project = folder / f"loop{number}"
        project.mkdir()
        (project / f"loop{number}.csproj").write_text(
            '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>'
            '<ImplicitUsings>enable</ImplicitUsings><InvariantGlobalization>true</InvariantGlobalization></PropertyGroup></Project>')
        (project / "Program.cs").write_text(timed(code))
        subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", "-nologo", "-o", project / "out"], cwd=project, check=True, stdout=subprocess.DEVNULL)
        paths[name] = project / "out" / f"loop{number}.dll"
    return paths


def memory(cells):
    """What a thousand cells leave behind, in the kernel and its worker, and whether late cells are slower than early ones."""
    with Kernel("learningkit-benchmark") as kernel:
        def measure():
            kernel.run("GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect();")
            return private_bytes(kernel.pid)
        for number in range(20): kernel.run(f"var early{number} = {number}; early{number}")
        before, early = measure(), statistics.median(kernel.run(f"var y{n} = {n}; y{n}")[0] for n in range(20))
        for number in range(cells): kernel.run(f"var x{number} = {number}; x{number}")
        late = statistics.median(kernel.run(f"var z{n} = {n}; z{n}")[0] for n in range(20))
        print(f"| memory a cell of {cells}, kB | {(measure() - before) / cells / 1024:.0f} | | |")
        print(f"| a cell after 20 and after {cells} others, ms | {1000 * early:.1f}, {1000 * late:.1f} | | |")


def spread(values):
    low, high = min(values), max(values)
    return f"{statistics.median(values):.3g} ({low:.3g} to {high:.3g})"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=["beside", "loops", "memory"], help="beside, loops, memory; all unless told")
    parser.add_argument("--rounds", type=int, default=10, help="how often each is measured; 10 unless told")
    parser.add_argument("--cells", type=int, default=1000, help="how many cells the memory is measured over; 1000 unless told")
    parser.add_argument("--kit", type=Path, default=KIT, help="the kit.dll to measure; that of ./kit unless told")
    options = parser.parse_args()
    if not options.kit.exists(): sys.exit(f"There is no {options.kit}. Run ./kit --version once, which builds it.")
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "kernels" / "learningkit-benchmark"
        spec.mkdir(parents=True)
        command = ["dotnet", str(options.kit), "kernel", "run", "{connection_file}"]
        (spec / "kernel.json").write_text(json.dumps({"argv": command, "display_name": "benchmark", "language": "C#", "interrupt_mode": "message"}))
        os.environ["JUPYTER_PATH"] = folder
        print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, "
              f"ipykernel {ipykernel.__version__}, {options.rounds} rounds; median (least to greatest), ratio: median of the rounds' ratios\n")
        print("| what | ours | beside | ratio |\n|---|---|---|---|")
        for part in options.parts:
            {"beside": lambda: beside(options.rounds), "loops": lambda: loops(options.rounds), "memory": lambda: memory(options.cells)}[part]()


main()
