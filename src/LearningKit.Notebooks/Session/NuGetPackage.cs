using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using LearningKit.Data;

namespace LearningKit.Notebooks;

/// <summary>The files of a restored NuGet package and of what it depends on.</summary>
/// <param name="CompileFiles">Assemblies to compile against.</param>
/// <param name="RuntimeFiles">Assemblies to load.</param>
/// <param name="NativeFolders">Folders with native libraries.</param>
sealed partial record NuGetPackage(IReadOnlyList<string> CompileFiles, IReadOnlyList<string> RuntimeFiles, IReadOnlyList<string> NativeFolders)
{
    /// <summary>
    /// Restores a package by <c>dotnet restore</c> of a generated project. A package with a version is restored once: the
    /// list of its files is kept, so the next time costs the reading of one small file.
    /// </summary>
    /// <param name="wanted">What stands behind <c>nuget:</c>, for example <c>Humanizer.Core, 2.14.1</c>.</param>
    /// <param name="cacheDirectory">Where the lists are kept.</param>
    /// <param name="cancel">Stops the restore.</param>
    /// <exception cref="CellException">The name is malformed, there is no such package, or there is no network.</exception>
    public static NuGetPackage Restore(string wanted, string cacheDirectory, CancellationToken cancel)
    {
        var match = Wanted().Match(wanted);
        if (!match.Success)
            throw new CellException("PackageError", $"#r \"nuget:{wanted}\" is not understood. Write: #r \"nuget: Humanizer.Core, 2.14.1\"");
        var (id, version) = (match.Groups[1].Value, match.Groups[2].Value);

        var folder = Path.Combine(cacheDirectory, "nuget", id.ToLowerInvariant(), version.Length == 0 ? "latest" : version.ToLowerInvariant());
        var list = Path.Combine(folder, "files.json");
        if (version.Length > 0 && ReadList(list) is { } known) return known;

        Directory.CreateDirectory(folder);
        WriteProject(folder, id, version.Length == 0 ? "*" : version);
        RunRestore(folder, id, version, cancel);
        var package = ReadAssets(Path.Combine(folder, "obj", "project.assets.json"));
        AtomicFile.Write(list, JsonSerializer.SerializeToUtf8Bytes(package));
        return package;
    }

    static NuGetPackage? ReadList(string list)
    {
        if (!File.Exists(list)) return null;
        var package = JsonSerializer.Deserialize<NuGetPackage>(File.ReadAllBytes(list))!;
        return package.CompileFiles.Concat(package.RuntimeFiles).All(File.Exists) ? package : null;
    }

    static void WriteProject(string folder, string id, string version)
    {
        File.WriteAllText(Path.Combine(folder, "package.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <UseAppHost>false</UseAppHost>
                <EnableDefaultItems>false</EnableDefaultItems>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{id}" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        // Files of these names further up, such as those of the kit's own repository, must not reach this project.
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(folder, name), "<Project />");
    }

    static void RunRestore(string folder, string id, string version, CancellationToken cancel)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var process = Start(dotnet, folder, id);
        using var stop = cancel.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        if (process.ExitCode == 0) return;

        var text = output + errors.Result;
        var package = version.Length == 0 ? id : $"{id} {version}";
        throw new CellException("PackageError", Reason().Match(text).Groups[1].Value switch
        {
            "NU1301" => $"The package {package} could not be fetched: the package feed cannot be reached. Check the network, or fetch it once "
                + "where there is one: a package with a version is kept.",
            "NU1101" => $"There is no package {id} in the package feeds. Check its name.",
            "NU1102" or "NU1103" => $"There is no version {version} of the package {id} in the package feeds.",
            _ => $"The package {package} could not be restored.",
        }, [.. text.Split('\n').Where(line => line.Contains("error")).Select(line => line.Trim()).Distinct().Take(5)]);
    }

    static Process Start(string dotnet, string folder, string id)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(dotnet, ["restore", "--nologo", "--verbosity", "quiet"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new CellException("PackageError", $"The package {id} cannot be restored: the .NET SDK (the command dotnet) was not found on PATH.");
        }
    }

    static NuGetPackage ReadAssets(string file)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = assets.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = root.GetProperty("libraries");
        var target = root.GetProperty("targets").EnumerateObject().Last().Value;
        var (compile, runtime, native) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var library in target.EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package"))
        {
            var path = libraries.GetProperty(library.Name).GetProperty("path").GetString()!;
            compile.AddRange(Files("compile"));
            runtime.AddRange(Files("runtime"));
            native.AddRange(Files("native").Select(native => Path.GetDirectoryName(native)!));

            IEnumerable<string> Files(string group) => !library.Value.TryGetProperty(group, out var names) ? []
                : names.EnumerateObject()
                    .Where(name => !name.Name.EndsWith("_._", StringComparison.Ordinal))
                    .Select(name => folders.Select(folder => Path.GetFullPath(Path.Combine(folder, path, name.Name))).First(File.Exists));
        }
        return new(compile, runtime, [.. native.Distinct()]);
    }

    [GeneratedRegex(@"^\s*([A-Za-z0-9_.\-]+)\s*(?:,\s*([A-Za-z0-9_.\-*+]+)\s*)?$")]
    private static partial Regex Wanted();

    [GeneratedRegex(@"error (NU\d+)")]
    private static partial Regex Reason();
}
