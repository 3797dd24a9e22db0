using static LearningKit.Mpi.MpiConstants;

namespace LearningKit.Mpi;

/// <summary>Communicators made from others (MPI 4.1, 7). Every rank of the old one has to take part. Dispose of what was made.</summary>
public static class Communicators
{
    extension(ICommunicator comm)
    {
        /// <summary>The same ranks, apart: messages of a library that has its own communicator never meet those of its caller.</summary>
        public ICommunicator Dup() => comm.Duplicate();

        /// <summary>One communicator for each colour: rows of a grid, odd and even ranks, teams.</summary>
        /// <param name="color">Which one this rank joins, not negative; <see cref="Undefined"/> for none.</param>
        /// <param name="key">Orders the ranks in it; those with equal keys stay in the old order.</param>
        /// <returns>The one of this rank's colour; null for <see cref="Undefined"/>.</returns>
        /// <example><code>using var team = comm.Split(comm.Rank % 2, comm.Rank);</code></example>
        /// <exception cref="MpiException">The colour is negative.</exception>
        public ICommunicator? Split(int color, int key = 0) => color >= 0 || color == Undefined
            ? comm.SplitBy(color, key)
            : throw new MpiException(MpiErrorClass.Arg, $"A colour is 0 or more, or Undefined; this is {color}.");

        /// <summary>One communicator for each set of ranks that share memory: those on one machine.</summary>
        public ICommunicator SplitType(SplitType type, int key = 0) => comm.SplitBy(type, key);

        /// <summary>A communicator of a group's ranks, in the group's order; null for the others.</summary>
        /// <param name="group">The same on all ranks; a part of this communicator's group.</param>
        /// <exception cref="MpiException">A member of the group is not in the communicator.</exception>
        public ICommunicator? Create(Group group)
        {
            if (group.Difference(comm.Group).Count > 0)
                throw new MpiException(MpiErrorClass.Group, "The group has members that are not in this communicator.");
            var rank = comm.Group.Translate(comm.Rank, group);
            return comm.SplitBy(rank == Undefined ? Undefined : 0, Math.Max(rank, 0));
        }

        /// <summary>Joins this communicator, one of two groups, with the other group: messages then go from group to group.</summary>
        /// <param name="leader">The rank here that knows the other group's leader.</param>
        /// <param name="peer">A communicator that both leaders are in, for example the world.</param>
        /// <param name="remoteLeader">The other leader's rank in it.</param>
        /// <param name="tag">For the leaders' messages.</param>
        public ICommunicator CreateIntercomm(int leader, ICommunicator peer, int remoteLeader, int tag = 0) =>
            comm.Join(leader, peer, remoteLeader, tag);
    }
}
