namespace LearningKit.Mpi.Conformance;

/// <summary>Something that every transport must do: a body that every rank runs, and that throws where it does not hold.</summary>
/// <param name="Name">Its name: class and method.</param>
/// <param name="MinRanks">On how many ranks at least.</param>
/// <param name="Body">What every rank runs.</param>
public sealed record MpiCase(string Name, int MinRanks, Action<ICommunicator> Body)
{
    /// <summary>All cases, found by their attribute.</summary>
    public static IReadOnlyList<MpiCase> All { get; } =
    [
        .. from type in typeof(MpiCase).Assembly.GetTypes()
           from method in type.GetMethods()
           let marked = (MpiCaseAttribute?)Attribute.GetCustomAttribute(method, typeof(MpiCaseAttribute))
           where marked is not null
           orderby type.Name, method.Name
           select new MpiCase($"{type.Name}.{method.Name}", marked.MinRanks, method.CreateDelegate<Action<ICommunicator>>()),
    ];

    /// <summary>The case of a name.</summary>
    public static MpiCase Named(string name) => All.Single(one => one.Name == name);

    /// <summary>Runs it on a communicator of its own, so that no message of another case can reach it.</summary>
    public void Run(ICommunicator world)
    {
        using var comm = world.Dup();
        comm.Name = Name;
        Body(comm);
        comm.Barrier();
    }
}
