using LearningKit.Cli.Terminals;

namespace LearningKit.Cli.Commands.Kernel;

/// <summary><c>kit kernel</c>: makes the kit known to Jupyter and VS Code.</summary>
sealed class KernelCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public KernelCommand(Terminal terminal) : base(
        "kernel",
        "A kernel is the program behind a notebook: it runs the cells. Install this kit as one, and JupyterLab, Jupyter Notebook and VS Code offer 'C# (LearningKit)'.",
        ("kit kernel install", "make the kernel known to every Jupyter and VS Code of yours"),
        ("kit kernel list", "where it is installed, and whether it still works"),
        ("kit lab", "install it if need be and open the lessons in Jupyter"))
    {
        Add(new KernelInstallCommand(terminal));
        Add(new KernelUninstallCommand(terminal));
        Add(new KernelListCommand(terminal));
    }
}
