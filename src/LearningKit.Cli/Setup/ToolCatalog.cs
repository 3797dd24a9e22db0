namespace LearningKit.Cli.Setup;

/// <summary>Every program outside the kit that it can use. None is needed to run a lesson in C#.</summary>
static class ToolCatalog
{
    /// <summary>All of them, the most useful first.</summary>
    public static IReadOnlyList<Tool> All { get; } =
    [
        new("jupyter", "opens the lessons in a browser, to run them cell by cell ('kit lab')", "jupyter-notebook", "https://jupyter.org/install") { Search = host => JupyterProgram.Find(host)?.Path },
        new("npm", "fetches plotly.js and Mermaid, so that charts show without a network", "npm", "https://nodejs.org"),
        new("python3", "runs Python cells: lessons compare the same work in both languages", "python3", "https://www.python.org/downloads"),
        Tool.Module("numpy", "takes arrays from C# to Python cells and back", "python3-numpy", "https://numpy.org/install"),
        Tool.Module("matplotlib", "draws in Python cells", "python3-matplotlib", "https://matplotlib.org/stable/install"),
        Tool.Module("nbclient", "executes the lessons in the tests, as Jupyter's own tools do", "python3-nbclient", "https://pypi.org/project/nbclient"),
        Tool.Module("jupyter_kernel_test", "Jupyter's own test of a kernel", "python3-jupyter-kernel-test", "https://pypi.org/project/jupyter-kernel-test"),
        new("chromium", "opens the lessons' site and Jupyter in the tests", "chromium", "https://www.chromium.org/getting-involved/download-chromium"),
        new("chromedriver", "steers chromium in the tests", "chromium-driver", "https://googlechromelabs.github.io/chrome-for-testing"),
        new("mpirun.openmpi", "starts ranks of Open MPI: the lessons about messages on real processes", "openmpi-bin", "https://www.open-mpi.org") { Search = host => host.Find("mpirun.openmpi") ?? host.Find("ompi_info") },
        new("mpirun.mpich", "starts ranks of MPICH, the other MPI that the kit is tested with", "mpich", "https://www.mpich.org") { Search = host => host.Find("mpirun.mpich") ?? host.Find("mpichversion") },
        new("gcc", "compiles what the benchmarks compare with", "gcc", "https://gcc.gnu.org", IsInstalledBySetup: false),
    ];
}
