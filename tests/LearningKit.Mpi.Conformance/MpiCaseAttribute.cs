namespace LearningKit.Mpi.Conformance;

/// <summary>Marks a static method of a communicator as a case of the suite.</summary>
/// <param name="minRanks">On how many ranks at least.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MpiCaseAttribute(int minRanks = 1) : Attribute
{
    /// <summary>On how many ranks at least.</summary>
    public int MinRanks => minRanks;
}
