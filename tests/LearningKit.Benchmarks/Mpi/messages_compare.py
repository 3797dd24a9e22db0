"""Messages from C# beside C and mpi4py, in turns, in the same run: see README.md in this folder."""
import argparse, json, os, shutil, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
OURS = ROOT / "artifacts/bin/LearningKit.Benchmarks/release/LearningKit.Benchmarks.dll"


def take(launcher, program):
    # C and Python do not set for themselves what ours sets: copies from process to process are slow in virtual machines.
    environment = os.environ | {"OMPI_MCA_btl_vader_single_copy_mechanism": "none"}
    ran = subprocess.run([*launcher, "-n", "2", *program], capture_output=True, text=True, timeout=600, env=environment, stdin=subprocess.DEVNULL)
    if ran.returncode: sys.exit(f"{program} failed:\n{ran.stdout}{ran.stderr}")
    return json.loads(ran.stdout.strip().splitlines()[-1])


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("mpi", choices=["openmpi", "mpich"], nargs="?", default="openmpi")
parser.add_argument("--rounds", type=int, default=3)
parser.add_argument("--without-python", action="store_true", help="compare with C alone")
options = parser.parse_args()
launcher = [f"mpirun.{options.mpi}"]
if options.mpi == "openmpi": launcher += ["--oversubscribe"] + (["--allow-run-as-root"] if os.geteuid() == 0 else [])
with tempfile.TemporaryDirectory(prefix="learningkit-mpi-") as folder:
    peer = Path(folder) / "messages"
    subprocess.run([f"mpicc.{options.mpi}", "-O2", HERE / "messages.c", "-o", peer], check=True)
    sides = {"C#": ["dotnet", OURS, "mpi"], "C": [peer]}
    if options.mpi == "openmpi" and not options.without_python: sides["mpi4py"] = [shutil.which("python3", path="/usr/bin") or "python3", HERE / "messages.py"]
    best = {side: {} for side in sides}
    for _ in range(options.rounds):
        for side, program in sides.items():
            for name, seconds in take(launcher, program).items(): best[side][name] = min(seconds, best[side].get(name, 1e9))
print(f"{options.mpi}, best of {options.rounds} rounds, load {os.getloadavg()[0]:.1f}")
print(f"{'':26}" + "".join(f"{side:>12}" for side in sides) + "".join(f"{'C#/' + side:>12}" for side in list(sides)[1:]))
for name, ours in best["C#"].items():
    times = [best[side].get(name) for side in sides]
    cells = "".join(f"{time * 1e6:>9.2f} us" if time else f"{'-':>12}" for time in times)
    print(f"{name:26}" + cells + "".join(f"{ours / time:>12.2f}" if time else f"{'-':>12}" for time in times[1:]))
