using LearningKit.Shipping;
using static LearningKit.Mpi.MpiConstants;

namespace LearningKit.Mpi;

/// <summary>Messages that hold any object: strings, records, lists, dictionaries, lambdas; mpi4py's lower-case methods.</summary>
/// <remarks>
/// Packed by LearningKit.Shipping, whose README says what travels; large arrays go as their bytes. Each rank gets a copy of its own. For arrays of
/// numbers the methods with buffers are faster, for they pack nothing. <see cref="CannotTravelException"/> is thrown before anything is sent.
/// </remarks>
public static class Objects
{
    extension(ICommunicator comm)
    {
        /// <summary>Sends an object.</summary>
        /// <exception cref="CannotTravelException">Something in it cannot travel; says what and what to do instead.</exception>
        public void SendObject<T>(T value, int dest, int tag = 0)
        {
            using var packed = PackedObject.Pack(value);
            comm.Send(packed.Bytes.Span, dest, tag);
        }

        /// <summary>Receives an object.</summary>
        public T RecvObject<T>(int source = AnySource, int tag = AnyTag) => comm.RecvObject<T>(source, tag, out _);

        /// <summary>Receives an object, and says who sent it.</summary>
        public T RecvObject<T>(int source, int tag, out Status status)
        {
            var message = comm.Mprobe(source, tag);
            status = message.Status;
            return PackedObject.Receive<T>(message);
        }

        /// <summary>Starts to send an object. It is packed at once, so it may be changed afterwards.</summary>
        public Request ISendObject<T>(T value, int dest, int tag = 0) => comm.ISend<byte>(PackedObject.Pack(value).Bytes, dest, tag);

        /// <summary>Starts to receive an object.</summary>
        public ObjectRequest<T> IRecvObject<T>(int source = AnySource, int tag = AnyTag) => new(comm, source, tag);

        /// <summary>Sends an object and receives another.</summary>
        public TReceived SendrecvObject<TSent, TReceived>(TSent value, int dest, int source = AnySource, int sendTag = 0, int receiveTag = AnyTag)
        {
            var sent = comm.ISendObject(value, dest, sendTag);
            var received = comm.RecvObject<TReceived>(source, receiveTag);
            sent.Wait();
            return received;
        }

        /// <summary>Returns the root's object on all ranks.</summary>
        /// <param name="value">On the root, the object; not used on the others.</param>
        /// <param name="root">Whose.</param>
        public T BcastObject<T>(T value, int root = 0)
        {
            if (comm.Rank == root)
            {
                using var packed = PackedObject.Pack(value);
                comm.Bcast(packed.Bytes.Length, root);
                comm.Bcast(packed.Bytes.Span, root);
                return value;
            }
            var bytes = new byte[comm.Bcast(0, root)];
            comm.Bcast(bytes, root);
            return PackedObject.Unpack<T>(bytes);
        }

        /// <summary>Returns to each rank its own of the root's objects.</summary>
        /// <param name="values">On the root, one for each rank; not used on the others.</param>
        /// <param name="root">Whose.</param>
        public T ScatterObjects<T>(IReadOnlyList<T>? values, int root = 0)
        {
            if (comm.Rank != root) return PackedObject.Unpack<T>(comm.Scatterv<byte>([], [], root));
            if (values is null || values.Count != comm.Size)
                throw new ArgumentException($"The root must have an object for each of {comm.Size} ranks; it has {values?.Count ?? 0}.", nameof(values));
            var (bytes, counts) = PackedObject.PackAll(values);
            return PackedObject.Unpack<T>(comm.Scatterv<byte>(bytes, counts, root));
        }

        /// <summary>Returns the ranks' objects on the root, an empty array on the others.</summary>
        public T[] GatherObjects<T>(T value, int root = 0)
        {
            using var packed = PackedObject.Pack(value);
            var counts = comm.Gather(packed.Bytes.Length, root);
            var all = new byte[counts.Sum()];
            comm.Gatherv(packed.Bytes.Span, all, counts, root);
            return PackedObject.UnpackAll<T>(all, counts);
        }

        /// <summary>Returns the ranks' objects on every rank.</summary>
        public T[] AllgatherObjects<T>(T value)
        {
            using var packed = PackedObject.Pack(value);
            var counts = comm.Allgather(packed.Bytes.Length);
            var all = new byte[counts.Sum()];
            comm.Allgatherv(packed.Bytes.Span, all, counts);
            return PackedObject.UnpackAll<T>(all, counts);
        }

        /// <summary>Returns what the ranks have for this one.</summary>
        /// <param name="values">What this rank has for each.</param>
        public T[] AlltoallObjects<T>(IReadOnlyList<T> values)
        {
            if (values.Count != comm.Size)
                throw new ArgumentException($"There must be an object for each of {comm.Size} ranks; there are {values.Count}.", nameof(values));
            var (bytes, counts) = PackedObject.PackAll(values);
            var receiveCounts = comm.Alltoall<int>(counts);
            var all = new byte[receiveCounts.Sum()];
            comm.Alltoallv<byte>(bytes, counts, all, receiveCounts);
            return PackedObject.UnpackAll<T>(all, receiveCounts);
        }

        /// <summary>Returns the ranks' objects, combined in the order of the ranks, on the root; the default value on the others.</summary>
        public T? ReduceObjects<T>(T value, Func<T, T, T> combine, int root = 0)
        {
            var values = comm.GatherObjects(value, root);
            return comm.Rank == root ? values.Aggregate(combine) : default;
        }

        /// <summary>Returns the ranks' objects, combined in the order of the ranks, on every rank.</summary>
        public T AllreduceObjects<T>(T value, Func<T, T, T> combine) => comm.BcastObject(comm.ReduceObjects(value, combine)!);
    }
}
