using System.CommandLine;
using LearningKit.Cli.Terminals;

namespace LearningKit.Cli.Commands;

/// <summary><c>kit completion</c>: prints what a shell needs to complete kit's command lines.</summary>
sealed class CompletionCommand : KitCommand
{
    // Each script asks kit itself, by the directive [suggest:cursor], with what was typed after the command's name.
    static readonly Dictionary<string, string> scripts = new()
    {
        ["bash"] = """
            _kit() {
                local line=${COMP_LINE#* } typed=${COMP_LINE%% *} IFS=$'\n'
                COMPREPLY=($("$typed" "[suggest:$((COMP_POINT - ${#typed} - 1))]" "$line" 2>/dev/null | grep -e "^${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _kit kit ./kit
            """,
        ["zsh"] = """
            _kit() {
                local typed=${words[1]} line=${BUFFER#* }
                compadd -- ${(f)"$($typed "[suggest:$((CURSOR - ${#typed} - 1))]" "$line" 2>/dev/null)"}
            }
            compdef _kit kit
            """,
        ["fish"] = """
            function __kit_complete
                set -l words (commandline -opc) (commandline -ct)
                set -l line (string join ' ' -- $words[2..])
                $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c kit -a '(__kit_complete)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName kit, kit.cmd, ./kit -ScriptBlock {
                param($word, $ast, $cursor)
                $typed = $ast.CommandElements[0].Extent.Text
                $line = $ast.Extent.Text.PadRight($cursor).Substring($typed.Length + 1)
                & $typed "[suggest:$($cursor - $typed.Length - 1)]" $line 2>$null |
                    Where-Object { $_ -like "$word*" } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };

    /// <summary>Makes the command.</summary>
    public CompletionCommand(Terminal terminal) : base(
        "completion",
        "Print a script that lets your shell complete kit's commands, lessons and workloads.",
        ("eval \"$(kit completion bash)\"", "bash: put this line into ~/.bashrc"),
        ("eval \"$(kit completion zsh)\"", "zsh: put this line into ~/.zshrc, after compinit"),
        ("kit completion fish | source", "fish: put this line into ~/.config/fish/config.fish"),
        ("kit completion pwsh | Out-String | Invoke-Expression", "PowerShell: put this line into $PROFILE"))
    {
        var shell = new Argument<string>("shell") { Description = $"Which shell: {string.Join(", ", scripts.Keys)}.", HelpName = "shell" };
        shell.AcceptOnlyFromAmong([.. scripts.Keys]);
        Add(shell);
        SetAction(parsed => terminal.Out.WriteLine(scripts[parsed.GetRequiredValue(shell)]));
    }
}
