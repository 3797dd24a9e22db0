using LearningKit.Cli.Arguments;
using LearningKit.Cli.Kernels;
using LearningKit.Cli.Terminals;

namespace LearningKit.Cli.Commands.Kernel;

/// <summary><c>kit kernel install</c>: makes this kit known as a kernel.</summary>
sealed class KernelInstallCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public KernelInstallCommand(Terminal terminal) : base(
        "install",
        "Make this kit known to Jupyter and VS Code as the kernel 'C# (LearningKit)'. It writes a small folder that says how the kernel is started. After moving the kit, install again.",
        ("kit kernel install", "for you"),
        ("kit kernel install --prefix /usr/local", "for all users of this machine"),
        ("kit kernel install --prefix .venv", "for the Jupyter of a virtual environment"))
    {
        var place = new KernelPlace(this);
        SetAction(parsed =>
        {
            var spec = place.SpecIn(parsed);
            if (spec is { Exists: true, IsOfAKit: false })
                throw new FailureException($"{spec.Folder} holds a kernel that is not of LearningKit, and it stays as it is. Choose another name: --name my-csharp");
            spec.Install();
            terminal.Out.WriteLine($"Installed the kernel 'C# (LearningKit)' in {spec.Folder}");
            terminal.Out.WriteLine("Next: 'kit lab' opens the lessons in Jupyter. In VS Code, open a notebook and choose the kernel at its upper right.");
            if (spec.Name != KernelSpec.UsualName) terminal.Out.WriteLine($"The lessons ask for '{KernelSpec.UsualName}'; in each, choose the kernel by hand.");
        });
    }
}
