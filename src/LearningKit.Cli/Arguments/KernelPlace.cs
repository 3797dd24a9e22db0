using System.CommandLine;
using LearningKit.Cli.Kernels;
using LearningKit.Cli.Terminals;

namespace LearningKit.Cli.Arguments;

/// <summary>Where a kernel is installed, and under which name: <c>--user</c>, <c>--prefix</c> and <c>--name</c>.</summary>
sealed class KernelPlace
{
    readonly Option<bool> user = new("--user") { Description = "In your own folder of Jupyter. This is the default." };
    readonly Option<string?> prefix = new("--prefix") { Description = "In the folder of an installation: a virtual environment, or /usr/local for all users.", HelpName = "folder" };
    readonly Option<string> name = new("--name") { Description = "The kernel's name. The lessons ask for the usual one.", HelpName = "name", DefaultValueFactory = _ => KernelSpec.UsualName };

    /// <summary>Adds the options to a command.</summary>
    public KernelPlace(Command command)
    {
        // The rule for names is that of jupyter_client.
        name.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !token.Value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
                result.AddError($"'{token.Value}' cannot be the name of a kernel. Use letters from a to z, digits, '-', '_' and '.'.");
        });
        foreach (var option in (Option[])[user, prefix, name]) command.Add(option);
    }

    /// <summary>The folder that was named.</summary>
    /// <exception cref="BadUsageException">Two were named.</exception>
    public KernelFolder FolderIn(ParseResult parsed) => parsed.GetValue(prefix) switch
    {
        null => KernelFolder.User,
        { } when parsed.GetValue(user) => throw new BadUsageException("--user and --prefix name two different places. Give one of them."),
        "" => throw new BadUsageException("--prefix needs a folder: --prefix /usr/local"),
        { } folder => KernelFolder.OfPrefix(folder),
    };

    /// <summary>The entry that was named.</summary>
    /// <exception cref="BadUsageException">Two places were named.</exception>
    public KernelSpec SpecIn(ParseResult parsed) => FolderIn(parsed).Spec(parsed.GetRequiredValue(name));
}
