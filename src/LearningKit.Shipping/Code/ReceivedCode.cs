using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace LearningKit.Shipping;

/// <summary>The assemblies that were sent to a load context, and the search among them and what the context has itself.</summary>
/// <remarks>Thread-safe.</remarks>
sealed class ReceivedCode
{
    readonly AssemblyLoadContext context;
    readonly ConcurrentDictionary<string, CodeUnit> units = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, Assembly> loaded = new(StringComparer.OrdinalIgnoreCase);
    readonly Lock loading = new();
    CodeUnit? changed;

    public ReceivedCode(AssemblyLoadContext context)
    {
        this.context = context;
        context.Resolving += (_, name) => Load(name.Name!) ?? LoadFromBesideTheKit(name.Name!);
        context.ResolvingUnmanagedDll += LoadNative;
    }

    /// <inheritdoc cref="CodeStore.Add"/>
    public void Add(CodeUnit unit)
    {
        var name = new AssemblyName(unit.Name).Name!;
        if (!units.TryGetValue(name, out var known)) known = units.GetOrAdd(name, Checked(unit));
        if (known.ModuleId != unit.ModuleId) throw Another(name);
    }

    /// <inheritdoc cref="CodeStore.FindAssembly"/>
    public Assembly FindAssembly(string fullName)
    {
        var name = new AssemblyName(fullName);
        if (changed is not null) throw Changed(changed);
        try
        {
            var assembly = context.LoadFromAssemblyName(name);
            if (CodeUnits.IsKit(name.Name!) && assembly.GetName().Version != name.Version)
            {
                throw new WireFormatException($"Sent from a process with {name.Name} {name.Version}; this one has {assembly.GetName().Version}. "
                    + "Use the same version of the kit in both.");
            }
            // What this process had before anything was sent is found first.
            if (units.TryGetValue(name.Name!, out var sent) && CodeUnits.ModuleIdOf(assembly) != sent.ModuleId) throw Another(name.Name!);
            return assembly;
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            if (changed is not null) throw Changed(changed);   // thrown within the load context, it comes out as one of these
            throw new WireFormatException($"The assembly {fullName} was neither sent to this process nor is it installed here.", exception);
        }
    }

    /// <summary>Loads an assembly that was sent; null if none of that name was.</summary>
    public Assembly? Load(string name)
    {
        if (!units.TryGetValue(name, out var unit)) return null;
        lock (loading)
        {
            if (loaded.TryGetValue(name, out var here)) return here;
            if (changed is not null) throw Changed(changed);
            var assembly = unit.Path is { } path ? context.LoadFromAssemblyPath(path) : LoadImage(unit);
            if (CodeUnits.ModuleIdOf(assembly) != unit.ModuleId) throw Changed(changed = unit);
            return loaded[name] = assembly;
        }
    }

    /// <summary>The unit as it can be loaded: from its image if that came, else from its file.</summary>
    static CodeUnit Checked(CodeUnit unit)
    {
        if (unit.HasImage) return unit with { Path = null };
        return File.Exists(unit.Path) ? unit : throw new WireFormatException($"{unit.Name} was sent by its file {unit.Path}, which is not here. Send its image.");
    }

    static WireFormatException Another(string name) =>
        new($"This process has an assembly {name} already, and was sent another one of that name. A process can have one of them: use a fresh worker.");

    /// <summary>Another module was loaded than the sender executes, and a process cannot unload it: from here on this one refuses all code.</summary>
    static WireFormatException Changed(CodeUnit unit) => new(unit.Path is null
        ? $"The image of {unit.Name} holds another module than it was sent for."
        : $"The file {unit.Path} has changed since the program that sends it was started. Restart that program (a notebook: its kernel) to use the new one.");

    Assembly LoadImage(CodeUnit unit)
    {
        using var image = new MemoryStream(unit.Image.ToArray());
        var assembly = context.LoadFromStream(image);
        EmittedCode.RegisterReceived(assembly, unit.Image);
        return assembly;
    }

    /// <summary>Parts of the kit that the worker's program does not name, such as what shows things in notebooks.</summary>
    Assembly? LoadFromBesideTheKit(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }

    /// <summary>A native library in the package that an assembly came from: lib/net8.0/name.dll lies beside runtimes/linux-x64/native.</summary>
    static nint LoadNative(Assembly assembly, string name)
    {
        if (assembly.IsDynamic || assembly.Location.Length == 0) return 0;
        var package = Path.Combine(Path.GetDirectoryName(assembly.Location)!, "..", "..");
        string[] spellings = OperatingSystem.IsWindows() ? [name, name + ".dll"]
            : OperatingSystem.IsMacOS() ? [name, name + ".dylib", $"lib{name}.dylib"]
            : [name, name + ".so", $"lib{name}.so"];
        var folder = Path.Combine(package, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        foreach (var spelling in spellings)
            if (NativeLibrary.TryLoad(Path.Combine(folder, spelling), out var handle)) return handle;
        return 0;
    }
}
