using System.Reflection;
using System.Runtime.Loader;

namespace LearningKit.Shipping;

/// <summary>The code of other processes that this process has received. Types of parcels are looked up here and among what is loaded.</summary>
/// <remarks>
/// Thread-safe. Code stays until the process ends. It lives in the default load context, so <see cref="Type.GetType(string)"/> and
/// serialisers find it as well.
/// </remarks>
public static class CodeStore
{
    static readonly ReceivedCode received = new(AssemblyLoadContext.Default);

    /// <summary>Keeps an assembly. It is loaded when a parcel first names it.</summary>
    /// <exception cref="WireFormatException">
    /// The image does not have the hash that it came with, there is neither an image nor the file, or another assembly of the same name was
    /// sent before.
    /// </exception>
    public static void Add(CodeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        received.Add(unit);
    }

    /// <summary>An assembly of this process or one that was sent to it.</summary>
    /// <param name="fullName">Its name as <see cref="Assembly.FullName"/> gives it.</param>
    /// <exception cref="WireFormatException">There is none, or the kit's is of another version here.</exception>
    public static Assembly FindAssembly(string fullName) => received.FindAssembly(fullName);
}
