namespace LearningKit.Mpi;

/// <summary>Files that ranks write and read together (MPI 4.1, 14).</summary>
public static class Files
{
    extension(ICommunicator comm)
    {
        /// <summary>Opens a file, with all ranks.</summary>
        /// <param name="path">Its path, the same on all.</param>
        /// <param name="mode">How, the same on all.</param>
        /// <example>
        /// <code>
        /// using var file = comm.OpenFile("result.bin", MpiFileMode.Create | MpiFileMode.WriteOnly);
        /// file.WriteAtAll(comm.Rank * (long)part.Length * sizeof(double), part);
        /// </code>
        /// </example>
        /// <exception cref="MpiException">There is no such file, or no permission; the class says which.</exception>
        public MpiFile OpenFile(string path, MpiFileMode mode) => comm is IFileOpener opener
            ? new(opener.OpenFile(path, mode))
            : throw new MpiException(MpiErrorClass.UnsupportedOperation, $"{comm.Environment.Library} has no files that ranks share.");
    }
}
