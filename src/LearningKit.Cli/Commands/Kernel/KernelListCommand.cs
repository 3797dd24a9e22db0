using LearningKit.Cli.Kernels;
using LearningKit.Cli.Terminals;

namespace LearningKit.Cli.Commands.Kernel;

/// <summary><c>kit kernel list</c>: where kits are installed as kernels, and whether they would start.</summary>
sealed class KernelListCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public KernelListCommand(Terminal terminal) : base(
        "list",
        "List where LearningKit is installed as a kernel, whether each would start this kit, and what to do if not. (All kernels: jupyter kernelspec list.)",
        ("kit kernel list", "where the kernel is installed, and whether it works"))
    {
        SetAction(_ => List(terminal));
    }

    static void List(Terminal terminal)
    {
        var found = KernelFolder.All.SelectMany(folder => folder.SpecsOfKits().Select(spec => (Folder: folder, Spec: spec))).ToList();
        if (found.Count == 0) terminal.Out.WriteLine("LearningKit is not installed as a kernel. 'kit kernel install' does it.");
        foreach (var (folder, spec) in found)
        {
            terminal.Out.WriteLine($"{spec.Name}  {spec.Folder}");
            terminal.Out.WriteLine(spec.Trouble() is { } trouble ? $"  It {trouble}. {Remedy(folder, spec)}" : "  Starts this kit.");
        }
    }

    static string Remedy(KernelFolder folder, KernelSpec spec)
    {
        if (folder.Option is null) return "If it is of no use any more, delete its folder.";
        var options = folder.Option + (spec.Name == KernelSpec.UsualName ? "" : $" --name {spec.Name}");
        return $"'kit kernel install{options}' makes it start this kit; 'kit kernel uninstall{options}' removes it.";
    }
}
