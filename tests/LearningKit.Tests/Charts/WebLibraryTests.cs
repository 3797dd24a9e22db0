using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LearningKit.Charts;
using LearningKit.Data;
using Xunit;

namespace LearningKit.Tests.Charts;

public sealed class WebLibraryTests
{
    public static IEnumerable<object[]> Libraries => WebLibrary.All.Select(library => new object[] { library });

    static string Manifest(string file) => File.ReadAllText(Path.Combine(KitPaths.Root, "src", "LearningKit", "Charts", "Web", file));

    [SkippableTheory, MemberData(nameof(Libraries))]
    public void Integrity_OfTheInstalledFile_IsTheCommittedConstant(WebLibrary library)
    {
        Skip.IfNot(library.IsInstalled, WebAssets.Notice);

        Assert.Equal(library.Integrity, "sha384-" + Convert.ToBase64String(SHA384.HashData(File.ReadAllBytes(library.Path))));
    }

    [Theory, MemberData(nameof(Libraries))]
    public void Version_IsTheOneThatTheLockFilePins(WebLibrary library)
    {
        Assert.Equal(library.Version, (string?)JsonNode.Parse(Manifest("package.json"))!["dependencies"]![library.Package]);
        Assert.Equal(library.Version, (string?)JsonNode.Parse(Manifest("package-lock.json"))!["packages"]![$"node_modules/{library.Package}"]!["version"]);
        Assert.Contains(library.Version, library.Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void LockFile_PinsEveryPackageByHashAndNamesNoPrivateRegistry()
    {
        var packages = JsonNode.Parse(Manifest("package-lock.json"))!["packages"]!.AsObject().Where(package => package.Key.Length > 0);

        Assert.All(packages, package =>
        {
            Assert.StartsWith("sha512-", (string)package.Value!["integrity"]!, StringComparison.Ordinal);
            if ((string?)package.Value!["resolved"] is { } address) Assert.StartsWith("https://registry.npmjs.org/", address, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void ScriptTag_NotInstalled_LoadsThePublicAddressWithItsHash()
    {
        var missing = WebLibrary.Plotly with { Package = "no-such-package" };

        Assert.False(missing.IsInstalled);
        Assert.Equal($"<script src=\"https://cdn.plot.ly/plotly-cartesian-{missing.Version}.min.js\" integrity=\"{missing.Integrity}\" crossorigin=\"anonymous\"></script>", missing.ScriptTag());
    }

    [SkippableTheory, MemberData(nameof(Libraries))]
    public void ScriptTag_Installed_HoldsTheScriptAndEndsOnlyAtItsEnd(WebLibrary library)
    {
        Skip.IfNot(library.IsInstalled, WebAssets.Notice);
        var tag = library.ScriptTag();

        Assert.StartsWith("<script>", tag, StringComparison.Ordinal);
        Assert.Equal(tag.Length - "</script>".Length, tag.IndexOf("</script", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("<!--", tag, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'</script>'", "'\\x3C/script>'")]
    [InlineData("'</SCRIPT>'", "'\\x3C/script>'")]
    [InlineData("'<script'", "'\\x3Cscript'")]
    [InlineData("/<!--/", "/\\x3C!--/")]
    [InlineData("a < b", "a < b")]
    public void InlineScript_WhatEndsOrNestsScripts_IsEscaped(string script, string inline) => Assert.Equal(inline, Html.InlineScript(script));
}
