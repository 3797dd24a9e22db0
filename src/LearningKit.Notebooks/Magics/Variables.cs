using LearningKit.Notebooks.Python;

namespace LearningKit.Notebooks.Magics;

/// <summary>The variables of a session by language, for what brings them from one to another.</summary>
/// <param name="call">The magic that wants them.</param>
sealed class Variables(MagicCall call)
{
    const string CSharp = "csharp";
    const string PythonName = "python";

    /// <summary>The language of a name such as <c>python</c> or <c>pythonkernel</c>.</summary>
    /// <exception cref="CellException">It is no language that has variables here.</exception>
    public static string Language(string name)
    {
        var language = MagicCatalog.All.FirstOrDefault(magic => magic.IsNamed(name))?.Name;
        return language is CSharp or PythonName
            ? language
            : throw new CellException("UnknownLanguage", $"'{name}' has no variables here. They cross between csharp and python.");
    }

    /// <summary>Copies a variable.</summary>
    /// <param name="from">Where it is.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="target">Its name there.</param>
    /// <exception cref="CellException">There is no such variable, or the other language has no counterpart for its value.</exception>
    public void Copy(string from, string name, string to, string target)
    {
        try
        {
            switch (from, to)
            {
                case (CSharp, PythonName):
                    SetPython(target, ReadCSharp(name), name);
                    break;
                case (PythonName, CSharp):
                    RequirePython(name);
                    var (value, type) = SessionPython.Use(call.Session, python => python.GetVariable(name, call.Cell));
                    call.Session.Declare(target, type, value, call.Cell);
                    break;
                default:
                    throw new CellException("SameLanguage",
                        $"'{name}' is a variable of {TitleOf(to)} already, and this line belongs to {TitleOf(to)}: write {target} = {name} there. "
                        + "A line that brings a variable stands below the #! line of the language that gets it.");
            }
        }
        catch (CannotCrossException exception)
        {
            throw new CellException("CannotCross", exception.Message);
        }
    }

    /// <summary>Sets a variable to a value.</summary>
    public void Set(string language, string name, object? value, Type type)
    {
        if (language == CSharp) call.Session.Declare(name, type, value, call.Cell);
        else SetPython(name, value, name);
    }

    void SetPython(string target, object? value, string name) => SessionPython.Use(call.Session, python =>
    {
        python.SetVariable(target, value, name, call.Cell);
        return true;
    });

    object? ReadCSharp(string name)
    {
        foreach (var variable in call.Session.Variables)
            if (variable.Name == name) return variable.Value;
        throw new CellException("UnknownVariable", $"C# has no variable '{name}'. #!whos lists the variables there are.");
    }

    void RequirePython(string name)
    {
        if (!SessionPython.HasStarted(call.Session))
            throw new CellException("UnknownVariable", $"Python has no variable '{name}': no Python cell has been executed yet.");
    }

    static string TitleOf(string language) => language == CSharp ? "C#" : "Python";
}
