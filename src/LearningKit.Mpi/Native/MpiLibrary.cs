using System.Runtime.InteropServices;
using System.Text;

namespace LearningKit.Mpi.Native;

/// <summary>Finds and loads the library that fits the launcher, and prepares what has to be set before it is loaded.</summary>
static unsafe partial class MpiLibrary
{
    /// <summary>The variable that names a library: "openmpi", "mpich", or a file.</summary>
    internal const string Setting = "LEARNINGKIT_MPI";

    static readonly Loaded loaded = Load();

    /// <summary>The library's table.</summary>
    internal static readonly MpiAbi Abi = loaded.Abi;

    /// <summary>What the library says that it is.</summary>
    internal static string Version => loaded.Version;

    /// <summary>How many ranks the launcher says that it started; null if there is none.</summary>
    internal static int? LaunchedRanks { get; } = Number("OMPI_COMM_WORLD_SIZE") ?? Number("PMI_SIZE");

    /// <summary>How many of them on this machine.</summary>
    static int? LocalRanks => Number("OMPI_COMM_WORLD_LOCAL_SIZE");

    static Loaded Load()
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("On Windows there is no Open MPI and no MPICH. Use ranks as threads, or run the program in WSL.");
        BeforeLoading();
        var candidates = Candidates();
        var tried = new List<string>();
        foreach (var name in candidates)
        {
            if (!NativeLibrary.TryLoad(name, out var handle))
            {
                tried.Add(name);
                continue;
            }
            var version = VersionOf(handle);
            if (MpiAbi.For(handle, version) is not { } abi)
            {
                tried.Add($"{name} ({version}: unknown)");
                continue;
            }
            NativeLibrary.SetDllImportResolver(typeof(MpiLibrary).Assembly, (library, _, _) => library == Libmpi.Name ? handle : 0);
            if (abi is OpenMpiAbi) BeforeInit(version);
            return new(abi, version);
        }
        throw new MpiException(MpiErrorClass.Other,
            $"No MPI library was found that fits (looked for {string.Join(", ", tried)}). Install one: apt-get install openmpi-bin (or mpich)"
            + (UnderOpenMpi ? "; the program was started by Open MPI's mpirun, so Open MPI's libmpi must be there" : "")
            + (UnderPmi ? "; the program was started by MPICH's mpirun, so libmpich must be there" : "")
            + $". A library elsewhere is named by {Setting}=/path/libmpi.so. Ranks as threads need none.");
    }

    static bool UnderOpenMpi => Has("OMPI_COMM_WORLD_SIZE");

    /// <summary>True if a process manager of MPICH's kind started this rank: its own launcher, or Slurm in that role.</summary>
    static bool UnderPmi => !UnderOpenMpi && Has("PMI_RANK");

    /// <summary>True if it was MPICH's own launcher.</summary>
    internal static bool UnderHydra => UnderPmi && Has("HYDI_CONTROL_FD");

    // The wrong library under a launcher sees one rank, and N programs each believe to be alone: so only the launcher's own will do.
    static string[] Candidates()
    {
        string[] openMpi = OperatingSystem.IsMacOS() ? ["libmpi.40.dylib", "libmpi.dylib"] : ["libmpi.so.40", "libmpi.so.80", "libmpi.so"];
        string[] mpich = OperatingSystem.IsMacOS() ? ["libmpi.12.dylib"] : ["libmpich.so.12", "libmpi.so.12"];
        return Environment.GetEnvironmentVariable(Setting) switch
        {
            null or "" => UnderOpenMpi ? openMpi : UnderPmi ? mpich : [.. openMpi, .. mpich],
            "openmpi" => openMpi,
            "mpich" => mpich,
            var file => [file],
        };
    }

    static void BeforeLoading()
    {
        // UCX, inside of Debian's MPICH, takes signals from .NET that it needs: a NullReferenceException would end the process.
        SetNative("UCX_ERROR_SIGNALS", "");
        // Open MPI gives its ranks a terminal of their own; .NET would write escape sequences to it.
        if (UnderOpenMpi) Environment.SetEnvironmentVariable("TERM", "dumb");
    }

    static void BeforeInit(string version)
    {
        // Copying straight from process to process is slow in virtual machines and containers: 1 MB took 3.3 times as long.
        if (IsVirtual)
        {
            SetNative("OMPI_MCA_btl_vader_single_copy_mechanism", "none");
            SetNative("OMPI_MCA_smsc", "^cma");
        }
        // Windows over TCP fail in 4.1 with the component that it chooses.
        if (version.Contains(" v4.1", StringComparison.Ordinal) && LocalRanks < LaunchedRanks) SetNative("OMPI_MCA_osc", "^rdma");
    }

    static bool IsVirtual
    {
        get
        {
            try
            {
                return File.Exists("/.dockerenv") || File.ReadLines("/proc/cpuinfo").Take(40).Any(line => line.StartsWith("flags", StringComparison.Ordinal) && line.Contains(" hypervisor", StringComparison.Ordinal));
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    static string VersionOf(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "MPI_Get_library_version", out var function)) return "no MPI 3";
        var text = stackalloc byte[8192];
        int length;
        ((delegate* unmanaged<byte*, int*, int>)function)(text, &length);
        return Encoding.UTF8.GetString(text, length).TrimEnd('\0', '\n', ' ');
    }

    // Environment.SetEnvironmentVariable does not reach getenv, which libraries read. What the user has set stays.
    static void SetNative(string name, string value)
    {
        fixed (byte* key = Encoding.UTF8.GetBytes(name + '\0'), text = Encoding.UTF8.GetBytes(value + '\0')) _ = setenv(key, text, 0);
    }

    /// <summary>Ends the process as it is.</summary>
    internal static void ExitNow(int exitCode) => _exit(exitCode);

    static bool Has(string variable) => Environment.GetEnvironmentVariable(variable) is not null;

    static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int setenv(byte* name, byte* value, int overwrite);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void _exit(int code);

    sealed record Loaded(MpiAbi Abi, string Version);
}
