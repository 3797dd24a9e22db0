using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;

namespace LearningKit.Mpi.Native;

/// <summary>MPI as libmpi has it: this process is a rank of a job that mpirun, mpiexec or srun has started.</summary>
/// <example>
/// <code>
/// using var mpi = NativeMpi.Init();
/// Console.WriteLine($"rank {mpi.World.Rank} of {mpi.World.Size} on {mpi.ProcessorName}");
/// </code>
/// Started with <c>mpirun -n 4 dotnet program.dll</c>. Without a launcher it is a job of one rank.
/// </example>
/// <remarks>
/// The library is found at run time: the launcher's own, else Open MPI, else MPICH; the variable LEARNINGKIT_MPI names another. A process can initialise
/// MPI once. An exception that nobody catches ends the whole job, for the other ranks would wait for ever. The folder's README says what is set
/// before the library is loaded, and why.
/// </remarks>
public sealed unsafe class NativeMpi : IMpiEnvironment
{
    static NativeMpi? current;

    readonly List<Request> buffered = [];

    NativeMpi(ThreadLevel required)
    {
        int provided;
        Result.Check(Libmpi.MPI_Init_thread(null, null, (int)required, &provided), nameof(Init));
        ThreadLevel = (ThreadLevel)provided;
        World = new NativeCommunicator(this, MpiLibrary.Abi.CommWorld, "world");
        Self = new NativeCommunicator(this, MpiLibrary.Abi.CommSelf, "self");
        nint parent = 0;
        Result.Check(Libmpi.MPI_Comm_get_parent(&parent));
        Parent = NativeCommunicator.From(this, parent, "parent");
    }

    /// <inheritdoc/>
    public ICommunicator World { get; }

    /// <inheritdoc/>
    public ICommunicator Self { get; }

    /// <summary>Those who spawned this job: an intercommunicator to them; null if a launcher started it.</summary>
    public ICommunicator? Parent { get; }

    /// <inheritdoc/>
    public ThreadLevel ThreadLevel { get; }

    /// <inheritdoc/>
    public string Library { get; } = MpiLibrary.Version.Split(',', '\n')[0].Trim();

    /// <inheritdoc/>
    public string ProcessorName
    {
        get
        {
            var text = stackalloc byte[512];
            int length;
            Result.Check(Libmpi.MPI_Get_processor_name(text, &length));
            return Encoding.UTF8.GetString(text, length);
        }
    }

    internal bool IsFinalized { get; private set; }

    /// <summary>Starts MPI in this rank.</summary>
    /// <param name="required">Which threads will call it.</param>
    /// <exception cref="MpiException">
    /// No library was found; or the launcher is of another MPI than the library, so that every rank would believe to be alone; or MPI has been
    /// initialised before.
    /// </exception>
    public static NativeMpi Init(ThreadLevel required = ThreadLevel.Multiple)
    {
        if (current is not null) throw new MpiException(MpiErrorClass.Other, "MPI can be initialised once in a process, and has been.");
        try
        {
            RuntimeHelpers.RunClassConstructor(typeof(MpiLibrary).TypeHandle);
        }
        catch (TypeInitializationException wrapped) when (wrapped.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
        }
        var mpi = current = new(required);
        if (MpiLibrary.LaunchedRanks is > 1 and var ranks && mpi.World.Size == 1)
        {
            throw new MpiException(MpiErrorClass.Other,
                $"The launcher started {ranks} ranks, but {mpi.Library} sees only one: launcher and library are of different MPIs. Start the program with the mpirun of {MpiLibrary.Abi.Name}, or unset {MpiLibrary.Setting}.");
        }
        AppDomain.CurrentDomain.UnhandledException += (_, thrown) => Fail("Unhandled exception", thrown.ExceptionObject);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => mpi.Exit();
        return mpi;
    }

    /// <summary>Starts MPI, runs a program on the world, and ends MPI; if the program throws, ends the job.</summary>
    /// <param name="program">What every rank runs.</param>
    public static void Run(Action<ICommunicator> program)
    {
        using var mpi = Init();
        try
        {
            program(mpi.World);
        }
        catch (Exception exception)
        {
            Fail("The program threw", exception);
            throw;
        }
    }

    /// <summary>The same for a program that awaits. It goes on on any thread, which <see cref="ThreadLevel.Multiple"/> allows.</summary>
    /// <param name="program">What every rank runs.</param>
    public static void Run(Func<ICommunicator, Task> program) => Run(comm => program(comm).GetAwaiter().GetResult());

    /// <summary>Starts more ranks, with all ranks of a communicator: a job of their own, whose <see cref="Parent"/> these are.</summary>
    /// <param name="comm">Who spawns, and talks to the new ranks.</param>
    /// <param name="ranks">How many; the same on all.</param>
    /// <param name="program">The program, found on PATH, and its arguments: "dotnet", the dll, ….</param>
    /// <returns>An intercommunicator to the new ranks; <see cref="ITransport.Merge"/> makes one communicator of both.</returns>
    /// <remarks>Works with Open MPI; Debian's MPICH cannot, and many clusters forbid it: to start all ranks at once is the rule.</remarks>
    /// <exception cref="MpiException">They could not be started.</exception>
    public ICommunicator Spawn(ICommunicator comm, int ranks, params IReadOnlyList<string> program)
    {
        ArgumentOutOfRangeException.ThrowIfZero(program.Count);
        var texts = program.Select(text => Marshal.StringToCoTaskMemUTF8(text)).Append(0).ToArray();
        try
        {
            nint made = 0;
            fixed (nint* text = texts)
            fixed (int* codes = new int[ranks + 1])
            {
                Result.Check(Libmpi.MPI_Comm_spawn(
                    (byte*)text[0], (byte**)(text + 1), ranks, MpiLibrary.Abi.InfoNull, 0, ((NativeCommunicator)comm).Handle, &made, codes));
            }
            return NativeCommunicator.From(this, made, "spawned")!;
        }
        finally
        {
            foreach (var text in texts) Marshal.FreeCoTaskMem(text);
        }
    }

    /// <inheritdoc/>
    public double Wtime() => Libmpi.MPI_Wtime();

    /// <summary>Ends MPI in this rank; waits for messages that were sent buffered.</summary>
    public void Dispose()
    {
        if (IsFinalized) return;
        lock (buffered) Request.WaitAll([.. buffered]);
        Handles.FreeAll();
        IsFinalized = true;
        Result.Check(Libmpi.MPI_Finalize(), "Finalize");
    }

    /// <summary>Says what happened, and ends the job: the others would wait for this rank for ever.</summary>
    internal static void Fail(string what, object cause)
    {
        var mpi = current;
        if (mpi is null || mpi.IsFinalized) return;
        Console.Out.Flush();
        Console.Error.WriteLine($"[rank {mpi.World.Rank} of {mpi.World.Size} on {mpi.ProcessorName}] {what}, so the job ends: {cause}");
        Console.Error.Flush();
        mpi.End(1);
    }

    internal void KeepUntilSent(Request request)
    {
        lock (buffered)
        {
            buffered.RemoveAll(sent => sent.Test(out _));
            buffered.Add(request);
        }
    }

    internal Group GroupOf(NativeCommunicator comm)
    {
        nint group = 0, world = 0;
        Result.Check(Libmpi.MPI_Comm_group(comm.Handle, &group));
        Result.Check(Libmpi.MPI_Comm_group(MpiLibrary.Abi.CommWorld, &world));
        var ranks = Enumerable.Range(0, comm.Size).ToArray();
        var members = new int[ranks.Length];
        fixed (int* from = ranks, to = members) Result.Check(Libmpi.MPI_Group_translate_ranks(group, ranks.Length, from, world, to));
        Result.Check(Libmpi.MPI_Group_free(&group));
        Result.Check(Libmpi.MPI_Group_free(&world));
        return new(members);
    }

    // A program that ends well without having ended MPI is forgiven. One that leaves with an error takes the others along.
    void Exit()
    {
        if (IsFinalized) return;
        if (Environment.ExitCode == 0) Dispose();
        else
        {
            Console.Error.WriteLine($"[rank {World.Rank} of {World.Size}] exits with {Environment.ExitCode} before the end of MPI, so the job ends.");
            End(Environment.ExitCode);
        }
    }

    // MPICH's own launcher drops what was printed just before MPI_Abort; a process that simply ends, before the end of MPI, takes the others along as well.
    void End(int exitCode)
    {
        if (MpiLibrary.UnderHydra) MpiLibrary.ExitNow(exitCode);
        World.Abort(exitCode);
    }
}
