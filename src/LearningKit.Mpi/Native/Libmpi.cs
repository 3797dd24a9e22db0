using System.Runtime.InteropServices;

namespace LearningKit.Mpi.Native;

/// <summary>The C functions. Handles are <see cref="nint"/>: a library whose handles are 32-bit numbers reads the lower half.</summary>
/// <remarks>
/// That holds where arguments take a register or eight bytes of the stack each: 64-bit Linux on x86-64 and Arm. Apple's Arm packs arguments on
/// the stack, so there only Open MPI, whose handles are pointers, is right.
/// </remarks>
static unsafe partial class Libmpi
{
    internal const string Name = "mpi";

    [LibraryImport(Name)] internal static partial int MPI_Init_thread(int* argc, byte*** argv, int required, int* provided);

    [LibraryImport(Name)] internal static partial int MPI_Initialized(int* flag);

    [LibraryImport(Name)] internal static partial int MPI_Finalized(int* flag);

    [LibraryImport(Name)] internal static partial int MPI_Finalize();

    [LibraryImport(Name)] internal static partial int MPI_Abort(nint comm, int code);

    [LibraryImport(Name)] internal static partial double MPI_Wtime();

    [LibraryImport(Name)] internal static partial int MPI_Get_processor_name(byte* name, int* length);

    [LibraryImport(Name)] internal static partial int MPI_Error_string(int code, byte* text, int* length);

    [LibraryImport(Name)] internal static partial int MPI_Error_class(int code, int* errorClass);

    // Messages
    [LibraryImport(Name)] internal static partial int MPI_Send(void* data, int count, nint type, int dest, int tag, nint comm);

    [LibraryImport(Name)] internal static partial int MPI_Ssend(void* data, int count, nint type, int dest, int tag, nint comm);

    [LibraryImport(Name)] internal static partial int MPI_Rsend(void* data, int count, nint type, int dest, int tag, nint comm);

    [LibraryImport(Name)] internal static partial int MPI_Recv(void* data, int count, nint type, int source, int tag, nint comm, int* status);

    [LibraryImport(Name)]
    internal static partial int MPI_Sendrecv(
        void* send, int sendCount, nint sendType, int dest, int sendTag, void* receive, int receiveCount, nint receiveType, int source, int receiveTag, nint comm, int* status);

    [LibraryImport(Name)] internal static partial int MPI_Isend(void* data, int count, nint type, int dest, int tag, nint comm, nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Issend(void* data, int count, nint type, int dest, int tag, nint comm, nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Irsend(void* data, int count, nint type, int dest, int tag, nint comm, nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Irecv(void* data, int count, nint type, int source, int tag, nint comm, nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Send_init(void* data, int count, nint type, int dest, int tag, nint comm, nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Recv_init(void* data, int count, nint type, int source, int tag, nint comm, nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Start(nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Wait(nint* request, int* status);

    [LibraryImport(Name)] internal static partial int MPI_Test(nint* request, int* flag, int* status);

    [LibraryImport(Name)] internal static partial int MPI_Cancel(nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Request_free(nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Probe(int source, int tag, nint comm, int* status);

    [LibraryImport(Name)] internal static partial int MPI_Iprobe(int source, int tag, nint comm, int* flag, int* status);

    [LibraryImport(Name)] internal static partial int MPI_Mprobe(int source, int tag, nint comm, nint* message, int* status);

    [LibraryImport(Name)] internal static partial int MPI_Improbe(int source, int tag, nint comm, int* flag, nint* message, int* status);

    [LibraryImport(Name)] internal static partial int MPI_Mrecv(void* data, int count, nint type, nint* message, int* status);

    [LibraryImport(Name)] internal static partial int MPI_Imrecv(void* data, int count, nint type, nint* message, nint* request);

    // Communicators
    [LibraryImport(Name)] internal static partial int MPI_Comm_rank(nint comm, int* rank);

    [LibraryImport(Name)] internal static partial int MPI_Comm_size(nint comm, int* size);

    [LibraryImport(Name)] internal static partial int MPI_Comm_remote_size(nint comm, int* size);

    [LibraryImport(Name)] internal static partial int MPI_Comm_test_inter(nint comm, int* flag);

    [LibraryImport(Name)] internal static partial int MPI_Comm_dup(nint comm, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Comm_split(nint comm, int color, int key, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Comm_split_type(nint comm, int type, int key, nint info, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Comm_free(nint* comm);

    [LibraryImport(Name)] internal static partial int MPI_Comm_set_errhandler(nint comm, nint handler);

    [LibraryImport(Name)] internal static partial int MPI_Comm_set_name(nint comm, byte* name);

    [LibraryImport(Name)] internal static partial int MPI_Comm_group(nint comm, nint* group);

    [LibraryImport(Name)] internal static partial int MPI_Group_translate_ranks(nint group, int count, int* ranks, nint other, int* result);

    [LibraryImport(Name)] internal static partial int MPI_Group_incl(nint group, int count, int* ranks, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Group_free(nint* group);

    [LibraryImport(Name)] internal static partial int MPI_Intercomm_create(nint local, int leader, nint peer, int remoteLeader, int tag, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Intercomm_merge(nint comm, int high, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Cart_create(nint comm, int dimensions, int* dims, int* periods, int reorder, nint* result);

    [LibraryImport(Name)]
    internal static partial int MPI_Dist_graph_create_adjacent(
        nint comm, int inDegree, int* sources, int* sourceWeights, int outDegree, int* destinations, int* destinationWeights, nint info, int reorder, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Comm_get_parent(nint* comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Comm_spawn(byte* program, byte** arguments, int ranks, nint info, int root, nint comm, nint* result, int* codes);

    // Datatypes and operations
    [LibraryImport(Name)] internal static partial int MPI_Type_contiguous(int count, nint type, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Type_vector(int count, int blockLength, int stride, nint type, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Type_create_struct(int count, int* lengths, nint* displacements, void* types, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Type_create_subarray(int dimensions, int* sizes, int* subsizes, int* starts, int order, nint type, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Type_create_resized(nint type, nint lowerBound, nint extent, nint* result);

    [LibraryImport(Name)] internal static partial int MPI_Type_commit(nint* type);

    [LibraryImport(Name)] internal static partial int MPI_Type_free(nint* type);

    [LibraryImport(Name)] internal static partial int MPI_Op_create(nint function, int commutes, nint* op);

    [LibraryImport(Name)] internal static partial int MPI_Op_free(nint* op);

    // Collectives: each in a form that returns when it is done and one that starts it
    [LibraryImport(Name)] internal static partial int MPI_Barrier(nint comm);

    [LibraryImport(Name)] internal static partial int MPI_Ibarrier(nint comm, nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Bcast(void* data, int count, nint type, int root, nint comm);

    [LibraryImport(Name)] internal static partial int MPI_Ibcast(void* data, int count, nint type, int root, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Scatter(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, int root, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Iscatter(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, int root, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Scatterv(void* send, int* sendCounts, int* sendPlaces, nint sendType, void* receive, int receiveCount, nint receiveType, int root, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Iscatterv(void* send, int* sendCounts, int* sendPlaces, nint sendType, void* receive, int receiveCount, nint receiveType, int root, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Gather(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, int root, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Igather(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, int root, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Gatherv(void* send, int sendCount, nint sendType, void* receive, int* receiveCounts, int* receivePlaces, nint receiveType, int root, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Igatherv(void* send, int sendCount, nint sendType, void* receive, int* receiveCounts, int* receivePlaces, nint receiveType, int root, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Allgather(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Iallgather(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Allgatherv(void* send, int sendCount, nint sendType, void* receive, int* receiveCounts, int* receivePlaces, nint receiveType, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Iallgatherv(void* send, int sendCount, nint sendType, void* receive, int* receiveCounts, int* receivePlaces, nint receiveType, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Alltoall(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Ialltoall(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Alltoallv(void* send, int* sendCounts, int* sendPlaces, nint sendType, void* receive, int* receiveCounts, int* receivePlaces, nint receiveType, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Ialltoallv(void* send, int* sendCounts, int* sendPlaces, nint sendType, void* receive, int* receiveCounts, int* receivePlaces, nint receiveType, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Reduce(void* send, void* receive, int count, nint type, nint op, int root, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Ireduce(void* send, void* receive, int count, nint type, nint op, int root, nint comm, nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Allreduce(void* send, void* receive, int count, nint type, nint op, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Iallreduce(void* send, void* receive, int count, nint type, nint op, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Reduce_scatter_block(void* send, void* receive, int count, nint type, nint op, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Ireduce_scatter_block(void* send, void* receive, int count, nint type, nint op, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Reduce_scatter(void* send, void* receive, int* counts, nint type, nint op, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Ireduce_scatter(void* send, void* receive, int* counts, nint type, nint op, nint comm, nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Scan(void* send, void* receive, int count, nint type, nint op, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Iscan(void* send, void* receive, int count, nint type, nint op, nint comm, nint* request);

    [LibraryImport(Name)] internal static partial int MPI_Exscan(void* send, void* receive, int count, nint type, nint op, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Iexscan(void* send, void* receive, int count, nint type, nint op, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Neighbor_allgather(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Ineighbor_allgather(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Neighbor_allgatherv(void* send, int sendCount, nint sendType, void* receive, int* receiveCounts, int* receivePlaces, nint receiveType, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Ineighbor_allgatherv(void* send, int sendCount, nint sendType, void* receive, int* receiveCounts, int* receivePlaces, nint receiveType, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Neighbor_alltoall(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Ineighbor_alltoall(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, nint comm, nint* request);

    [LibraryImport(Name)]
    internal static partial int MPI_Neighbor_alltoallv(void* send, int* sendCounts, int* sendPlaces, nint sendType, void* receive, int* receiveCounts, int* receivePlaces, nint receiveType, nint comm);

    [LibraryImport(Name)]
    internal static partial int MPI_Ineighbor_alltoallv(void* send, int* sendCounts, int* sendPlaces, nint sendType, void* receive, int* receiveCounts, int* receivePlaces, nint receiveType, nint comm, nint* request);

    // Windows
    [LibraryImport(Name)]
    internal static partial int MPI_Win_allocate(nint size, int unit, nint info, nint comm, void* address, nint* window);

    [LibraryImport(Name)]
    internal static partial int MPI_Win_allocate_shared(nint size, int unit, nint info, nint comm, void* address, nint* window);

    [LibraryImport(Name)] internal static partial int MPI_Win_shared_query(nint window, int rank, nint* size, int* unit, void* address);

    [LibraryImport(Name)] internal static partial int MPI_Win_set_errhandler(nint window, nint handler);

    [LibraryImport(Name)] internal static partial int MPI_Win_free(nint* window);

    [LibraryImport(Name)] internal static partial int MPI_Win_fence(int assertion, nint window);

    [LibraryImport(Name)] internal static partial int MPI_Win_lock(int type, int rank, int assertion, nint window);

    [LibraryImport(Name)] internal static partial int MPI_Win_unlock(int rank, nint window);

    [LibraryImport(Name)] internal static partial int MPI_Win_lock_all(int assertion, nint window);

    [LibraryImport(Name)] internal static partial int MPI_Win_unlock_all(nint window);

    [LibraryImport(Name)] internal static partial int MPI_Win_flush(int rank, nint window);

    [LibraryImport(Name)] internal static partial int MPI_Win_sync(nint window);

    [LibraryImport(Name)] internal static partial int MPI_Win_post(nint group, int assertion, nint window);

    [LibraryImport(Name)] internal static partial int MPI_Win_start(nint group, int assertion, nint window);

    [LibraryImport(Name)] internal static partial int MPI_Win_complete(nint window);

    [LibraryImport(Name)] internal static partial int MPI_Win_wait(nint window);

    [LibraryImport(Name)]
    internal static partial int MPI_Put(
        void* data, int count, nint type, int target, nint offset, int targetCount, nint targetType, nint window);

    [LibraryImport(Name)]
    internal static partial int MPI_Get(
        void* data, int count, nint type, int target, nint offset, int targetCount, nint targetType, nint window);

    [LibraryImport(Name)]
    internal static partial int MPI_Accumulate(
        void* data, int count, nint type, int target, nint offset, int targetCount, nint targetType, nint op, nint window);

    [LibraryImport(Name)]
    internal static partial int MPI_Get_accumulate(
        void* data, int count, nint type, void* before, int beforeCount, nint beforeType, int target, nint offset, int targetCount, nint targetType, nint op, nint window);

    [LibraryImport(Name)]
    internal static partial int MPI_Fetch_and_op(void* data, void* before, nint type, int target, nint offset, nint op, nint window);

    [LibraryImport(Name)]
    internal static partial int MPI_Compare_and_swap(
        void* value, void* expected, void* before, nint type, int target, nint offset, nint window);

    // Files
    [LibraryImport(Name)] internal static partial int MPI_File_open(nint comm, byte* name, int mode, nint info, nint* file);

    [LibraryImport(Name)] internal static partial int MPI_File_close(nint* file);

    [LibraryImport(Name)] internal static partial int MPI_File_get_size(nint file, long* size);

    [LibraryImport(Name)] internal static partial int MPI_File_set_size(nint file, long size);

    [LibraryImport(Name)] internal static partial int MPI_File_get_position(nint file, long* offset);

    [LibraryImport(Name)] internal static partial int MPI_File_seek(nint file, long offset, int whence);

    [LibraryImport(Name)] internal static partial int MPI_File_sync(nint file);

    [LibraryImport(Name)]
    internal static partial int MPI_File_set_view(nint file, long displacement, nint element, nint fileType, byte* representation, nint info);

    [LibraryImport(Name)]
    internal static partial int MPI_File_write_at(nint file, long offset, void* data, int count, nint type, int* status);

    [LibraryImport(Name)]
    internal static partial int MPI_File_write_at_all(nint file, long offset, void* data, int count, nint type, int* status);

    [LibraryImport(Name)] internal static partial int MPI_File_write(nint file, void* data, int count, nint type, int* status);

    [LibraryImport(Name)] internal static partial int MPI_File_write_all(nint file, void* data, int count, nint type, int* status);

    [LibraryImport(Name)] internal static partial int MPI_File_write_shared(nint file, void* data, int count, nint type, int* status);

    [LibraryImport(Name)] internal static partial int MPI_File_write_ordered(nint file, void* data, int count, nint type, int* status);

    [LibraryImport(Name)]
    internal static partial int MPI_File_read_at(nint file, long offset, void* data, int count, nint type, int* status);

    [LibraryImport(Name)]
    internal static partial int MPI_File_read_at_all(nint file, long offset, void* data, int count, nint type, int* status);

    [LibraryImport(Name)] internal static partial int MPI_File_read(nint file, void* data, int count, nint type, int* status);

    [LibraryImport(Name)] internal static partial int MPI_File_read_all(nint file, void* data, int count, nint type, int* status);

    [LibraryImport(Name)] internal static partial int MPI_File_read_shared(nint file, void* data, int count, nint type, int* status);

    [LibraryImport(Name)] internal static partial int MPI_File_read_ordered(nint file, void* data, int count, nint type, int* status);
}
