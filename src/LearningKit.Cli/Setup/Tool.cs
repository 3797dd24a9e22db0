namespace LearningKit.Cli.Setup;

/// <summary>A program that is not part of the kit and that it can use.</summary>
/// <param name="Command">The command that shows that it is here.</param>
/// <param name="Purpose">What the kit does with it.</param>
/// <param name="Package">The package that holds it, on Debian and its relatives.</param>
/// <param name="Address">Where to get it elsewhere.</param>
/// <param name="IsInstalledBySetup">Whether 'kit setup' installs it; what few people need is only told by 'kit doctor'.</param>
sealed record Tool(string Command, string Purpose, string Package, string Address, bool IsInstalledBySetup = true);
