using System.Reflection;

namespace LearningKit.Charts.Formatting;

/// <summary>
/// The <c>display</c> of the notebook that this code runs in. This library knows no notebook, so it is found by name: the
/// kit's own and .NET Interactive's both return an object whose <c>Update(value)</c> replaces what is shown.
/// </summary>
static class FrontEnd
{
    static readonly (string Assembly, string Type)[] known =
    [
        ("LearningKit.Notebooks", "LearningKit.Notebooks.CellFunctions"),
        ("Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Kernel"),
    ];

    /// <summary>Shows a value.</summary>
    /// <returns>What shows another value in its place; null where there is no notebook.</returns>
    public static Action<object>? Display(object value)
    {
        try
        {
            var shown = Find() is { } display ? Invoke(display, null, value, Array.Empty<string>()) : null;
            var update = shown?.GetType().GetMethod("Update", [typeof(object)]);
            return update is null ? null : next => Invoke(update, shown, next);
        }
        catch (InvalidOperationException)
        {
            return null; // The notebook's library is there, but no cell is running.
        }
    }

    // A cell that is stopped throws out of here as it would without reflection.
    static object? Invoke(MethodInfo method, object? target, params object[] arguments) =>
        method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    static MethodInfo? Find() => AppDomain.CurrentDomain.GetAssemblies()
        .Select(assembly => known.FirstOrDefault(candidate => candidate.Assembly == assembly.GetName().Name).Type is { } type ? assembly.GetType(type) : null)
        .Select(type => type?.GetMethod("display", [typeof(object), typeof(string[])]))
        .FirstOrDefault(method => method is not null);
}
