using System.Text.Json;
using LearningKit.Data;

namespace LearningKit.ChildProcesses;

/// <summary>A Python program beside the notebooks that does the same work as a lesson and prints what it measured as JSON.</summary>
/// <example>
/// <code>
/// record Times(string Version, double[] Seconds);
///
/// var program = new PythonProgram("processes.py");
/// if (PythonInstallation.Path is null) Console.WriteLine(PythonInstallation.Missing);
/// else Console.WriteLine(program.Run&lt;Times&gt;("10").Version);
/// </code>
/// </example>
/// <param name="file">The file's name in notebooks/programs.</param>
public sealed class PythonProgram(string file)
{
    static readonly string folder = Path.Combine(KitPaths.Notebooks, "programs");

    /// <summary>The program's text.</summary>
    public string Source => File.ReadAllText(Path.Combine(folder, file));

    /// <summary>Runs it to its end. What it has started itself ends with it.</summary>
    /// <param name="arguments">What it is called with.</param>
    /// <typeparam name="TAnswer">What it prints, by the names of its JSON in camel case.</typeparam>
    /// <exception cref="InvalidOperationException">There is no Python, or the program failed: the message holds what it said.</exception>
    public TAnswer Run<TAnswer>(params string[] arguments)
    {
        var python = PythonInstallation.Path ?? throw new InvalidOperationException(PythonInstallation.Missing);
        using var process = ChildProcess.Start(python, [file, .. arguments], folder);
        process.Input.Close();
        var said = process.Error.ReadToEndAsync();   // read beside the output: a full pipe would stop the program
        var printed = process.Output.ReadToEnd();
        if (process.WaitForExit() is not 0 and var code)
            throw new InvalidOperationException($"{file} ended with exit code {code}: {said.GetAwaiter().GetResult().Trim()}");
        return JsonSerializer.Deserialize<TAnswer>(printed, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"{file} printed no answer.");
    }
}
