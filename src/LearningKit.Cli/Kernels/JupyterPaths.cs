namespace LearningKit.Cli.Kernels;

/// <summary>Where Jupyter keeps its data, kernels among them: the rules of jupyter_core's <c>paths.py</c>.</summary>
/// <param name="variable">Reads a variable of the environment.</param>
/// <param name="system">The system.</param>
/// <param name="home">The user's folder.</param>
sealed class JupyterPaths(Func<string, string?> variable, PlatformID system, string home)
{
    /// <summary>Those of this process.</summary>
    public static JupyterPaths Current => new(
        Environment.GetEnvironmentVariable,
        OperatingSystem.IsWindows() ? PlatformID.Win32NT : OperatingSystem.IsMacOS() ? PlatformID.MacOSX : PlatformID.Unix,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The user's own (<c>jupyter_data_dir</c>).</summary>
    public string UserData => Set("JUPYTER_DATA_DIR") ?? system switch
    {
        PlatformID.MacOSX => Path.Combine(home, "Library", "Jupyter"),
        PlatformID.Win32NT => Set("APPDATA") is { } roaming ? Path.Combine(roaming, "jupyter") : Path.Combine(home, ".jupyter", "data"),
        _ => Path.Combine(Set("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"),
    };

    /// <summary>
    /// All, in the order in which they are searched (<c>jupyter_path</c>). The folder of the Python that runs Jupyter is
    /// among them only if it is the active environment.
    /// </summary>
    public IEnumerable<string> Data =>
    [
        .. (Set("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        UserData,
        .. from name in (string[])["VIRTUAL_ENV", "CONDA_PREFIX"]
           let environment = Set(name)
           where environment is not null
           select Path.Combine(environment, "share", "jupyter"),
        .. system == PlatformID.Win32NT
            ? Set("PROGRAMDATA") is { } shared ? [Path.Combine(shared, "jupyter")] : Array.Empty<string>()
            : ["/usr/local/share/jupyter", "/usr/share/jupyter"],
    ];

    string? Set(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
