using LearningKit.Cli.Arguments;
using LearningKit.Cli.Terminals;

namespace LearningKit.Cli.Commands.Kernel;

/// <summary><c>kit kernel uninstall</c>: takes back what <c>kit kernel install</c> did.</summary>
sealed class KernelUninstallCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public KernelUninstallCommand(Terminal terminal) : base(
        "uninstall",
        "Take back what 'kit kernel install' did. Notebooks stay as they are; a notebook that is open keeps its kernel.",
        ("kit kernel uninstall", "for you"),
        ("kit kernel uninstall --prefix /usr/local", "for all users of this machine"))
    {
        var place = new KernelPlace(this);
        SetAction(parsed =>
        {
            var spec = place.SpecIn(parsed);
            if (!spec.Exists) throw new FailureException($"There is no kernel in {spec.Folder}. 'kit kernel list' says where there are some.");
            if (!spec.IsOfAKit) throw new FailureException($"{spec.Folder} holds a kernel that is not of LearningKit, and it stays as it is. Delete the folder yourself if it is of no use.");
            spec.Uninstall();
            terminal.Out.WriteLine($"Removed the kernel from {spec.Folder}");
        });
    }
}
