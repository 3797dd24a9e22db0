using System.Collections;
using static LearningKit.Mpi.MpiConstants;

namespace LearningKit.Mpi;

/// <summary>An ordered set of ranks, without a communicator (MPI 4.1, 7.3). Making one costs no message.</summary>
/// <example><code>using var odd = comm.Create(comm.Group.Where(rank => rank % 2 == 1));</code></example>
/// <remarks>Holds ranks of <see cref="IMpiEnvironment.World"/>. Immutable.</remarks>
public sealed class Group : IReadOnlyList<int>
{
    readonly int[] members;

    /// <summary>Makes a group.</summary>
    /// <param name="members">Its members, as numbered in the world, in the order of the group.</param>
    /// <exception cref="MpiException">One is named twice, or negative.</exception>
    public Group(params IEnumerable<int> members)
    {
        this.members = [.. members];
        if (this.members.Distinct().Count() != this.members.Length || this.members.Any(member => member < 0))
            throw new MpiException(MpiErrorClass.Rank, $"A group's ranks are different and not negative; these are {string.Join(", ", this.members)}.");
    }

    /// <summary>The group of nobody.</summary>
    public static Group Empty { get; } = new();

    /// <summary>How many ranks.</summary>
    public int Count => members.Length;

    /// <summary>The rank in the world of the member with a number.</summary>
    public int this[int index] => members[index];

    /// <summary>The number of a rank of the world in this group; <see cref="Undefined"/> if it is not in it.</summary>
    public int RankOf(int member)
    {
        var index = Array.IndexOf(members, member);
        return index < 0 ? Undefined : index;
    }

    /// <summary>The members with these numbers, in this order.</summary>
    public Group Include(params ReadOnlySpan<int> ranks)
    {
        var chosen = new int[ranks.Length];
        for (var i = 0; i < ranks.Length; i++) chosen[i] = members[Checked(ranks[i])];
        return new(chosen);
    }

    /// <summary>The members without those with these numbers.</summary>
    public Group Exclude(params ReadOnlySpan<int> ranks)
    {
        var left = new HashSet<int>(members);
        foreach (var rank in ranks) left.Remove(members[Checked(rank)]);
        return new(members.Where(left.Contains));
    }

    /// <summary>The members of this group, then those of the other that are not in it.</summary>
    public Group Union(Group other) => new(members.Union(other.members));

    /// <summary>The members that are in both, in this group's order.</summary>
    public Group Intersection(Group other) => new(members.Intersect(other.members));

    /// <summary>The members that are not in the other group.</summary>
    public Group Difference(Group other) => new(members.Except(other.members));

    /// <summary>The number that a member of this group has in another; <see cref="Undefined"/> if it is not in it.</summary>
    public int Translate(int rank, Group other) => rank == ProcNull ? ProcNull : other.RankOf(members[Checked(rank)]);

    /// <summary>Whether two groups have the same members, and in the same order.</summary>
    public GroupComparison Compare(Group other) =>
        members.AsSpan().SequenceEqual(other.members) ? GroupComparison.Identical
        : members.Length == other.members.Length && members.All(other.members.Contains) ? GroupComparison.Similar
        : GroupComparison.Unequal;

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    int Checked(int rank) => (uint)rank < (uint)members.Length
        ? rank
        : throw new MpiException(MpiErrorClass.Rank, $"The group has {members.Length} members, numbered from 0; there is no {rank}.");
}
