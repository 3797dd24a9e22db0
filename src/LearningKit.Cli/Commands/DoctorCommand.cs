using LearningKit.Charts;
using LearningKit.Cli.Kernels;
using LearningKit.Cli.Setup;
using LearningKit.Cli.Terminals;
using LearningKit.Data;
using LearningKit.Measuring;

namespace LearningKit.Cli.Commands;

/// <summary><c>kit doctor</c>: what is here, what is missing, what each is for and how to get it.</summary>
sealed class DoctorCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public DoctorCommand(Terminal terminal, Host host) : base(
        "doctor",
        "Look at this machine: its processor, how many of its cores are really to be had, the runtime's settings, and the programs that the kit can use. Changes nothing.",
        ("kit doctor", "look at this machine"),
        ("kit doctor > machine.txt", "write it down, for example for a question to your teacher"))
    {
        SetAction(_ => Look(terminal, host));
    }

    static void Look(Terminal terminal, Host host)
    {
        terminal.Out.WriteLine($"LearningKit {KitApplication.Version} in {KitPaths.Root}");
        terminal.Out.WriteLine();
        terminal.Out.WriteLine("This machine");
        foreach (var line in MachineCard.Read().ToString().TrimEnd().Split('\n')) terminal.Out.WriteLine($"  {line.TrimEnd()}");
        terminal.Out.WriteLine();
        terminal.Out.WriteLine("Programs that the kit can use");
        terminal.WriteTable(["program", "here", "what it is for", "how to get it"], ToolCatalog.All.AsParallel().AsOrdered().Select(tool => Row(tool, host)));
        terminal.Out.WriteLine(KernelState());
        terminal.Out.WriteLine(WebAssets.Notice ?? "plotly.js and Mermaid are here: pages need no network.");
    }

    static string KernelState()
    {
        var entry = KernelFolder.All.Select(folder => folder.Spec(KernelSpec.UsualName)).FirstOrDefault(spec => spec.Exists);
        if (entry is null) return "The notebook kernel is not installed: 'kit kernel install' or 'kit lab' does it.";
        return entry.Trouble() is { } trouble ? $"The notebook kernel in {entry.Folder} {trouble}: see 'kit kernel list'." : $"The notebook kernel is installed in {entry.Folder}.";
    }

    static IReadOnlyList<string> Row(Tool tool, Host host) => tool.Find(host) is { } path
        ? [tool.Name, path, tool.Purpose, ""]
        : [tool.Name, "no", tool.Purpose, tool.IsInstalledBySetup ? "kit setup" : $"apt-get install {tool.Package}, or {tool.Address}"];
}
