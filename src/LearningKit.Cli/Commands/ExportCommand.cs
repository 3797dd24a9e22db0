using System.CommandLine;
using LearningKit.Cli.Lessons;
using LearningKit.Cli.Terminals;
using LearningKit.Data;
using LearningKit.Notebooks;

namespace LearningKit.Cli.Commands;

/// <summary><c>kit export</c>: a notebook as a program or as a page.</summary>
sealed class ExportCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public ExportCommand(Terminal terminal) : base(
        "export",
        "Turn a notebook into one C# program that 'dotnet run' runs, or into a page. The page shows the outputs that the notebook holds: run a lesson first and export the copy.",
        ("kit export 03 --program", "write artifacts/export/03-threads.cs"),
        ("kit export artifacts/run/03-threads.ipynb --html", "write the executed lesson as a page"))
    {
        var notebook = new Argument<string>("notebook") { Description = "A lesson by number (3) or name (threads), or a notebook by path.", HelpName = "notebook" };
        notebook.CompletionSources.Add(_ => LessonFolder.All().Select(LessonFolder.NameOf));
        var program = new Option<bool>("--program") { Description = "One C# file." };
        var html = new Option<bool>("--html") { Description = "A page." };
        var folder = new Option<string?>("--out") { Description = "The folder to write to. Default: artifacts/export.", HelpName = "folder" };
        Add(notebook);
        foreach (var option in (Option[])[program, html, folder]) Add(option);
        Validators.Add(result =>
        {
            if (result.GetValue(program) == result.GetValue(html)) result.AddError("Say what to make: --program or --html.");
        });
        SetAction(parsed =>
        {
            var source = Notebook.Load(LessonFolder.Find(parsed.GetRequiredValue(notebook)));
            var target = Path.GetFullPath(parsed.GetValue(folder) ?? Path.Combine(KitPaths.Artifacts, "export"));
            terminal.Out.WriteLine(parsed.GetValue(html) ? SiteExporter.Export([source], target) : WriteProgram(source, target));
        });
    }

    static string WriteProgram(Notebook notebook, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Path.ChangeExtension(notebook.Name, ".cs"));
        File.WriteAllText(path, ProgramExporter.Export(notebook));
        return path;
    }
}
