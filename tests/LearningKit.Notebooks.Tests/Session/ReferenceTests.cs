using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningKit.Notebooks.Tests.Session;

/// <summary>Most cells are compiled with few references. Nobody may notice that but by a clock.</summary>
public sealed class ReferenceTests : SessionTests
{
    [Fact]
    public async Task Cell_ThatNeedsARareAssembly_KeepsWhatEarlierCellsDeclared()
    {
        await Succeed("using LearningKit.Engines;\nIEngine engine = new SequentialEngine(); List<int> numbers = [1, 2]; record Point(int X);");
        await Succeed("using System.Xml.Linq;\nvar xml = new XElement(\"a\", numbers.Select(n => new XElement(\"b\", n)));");
        await Succeed("IEngine same = engine; Point point = new(numbers.Count);");
        Assert.Equal("<a><b>1</b><b>2</b></a> 2 sequential", (await Succeed("xml.ToString(SaveOptions.DisableFormatting) + $\" {point.X} {same.Name}\"")).Value);
    }

    [Fact]
    public async Task CellWithAnError_AfterWhichNothingChanged()
    {
        await Succeed("int a = 1;");
        Assert.Equal(CellStatus.Failed, (await Run("int b = missing;")).Result.Status);
        Assert.Equal("1", (await Succeed("a")).Value);
    }

    // Given to each, the references would be kept as often as the square of the cells.
    [Fact]
    public void LaterCells_TakeOverTheReferencesOfTheFirst()
    {
        var chain = new SubmissionChain(new(new()), Environment.CurrentDirectory);
        foreach (var code in new[] { "var a = 1;", "a + 1" }) chain.Compile(code, 1, new(1, code, _ => { }));
        Assert.Empty(chain.Last!.ExternalReferences);
        Assert.NotEmpty(chain.Last.ScriptCompilationInfo!.PreviousScriptCompilation!.ExternalReferences);
    }

    // An extension method that only the full set has could otherwise be a better match than the one that was found.
    [Fact]
    public void ImportedNamespaces_HaveAllTheirExtensionMethodsInTheUsualReferences()
    {
        var references = new SessionReferences(new());
        var compilation = CSharpCompilation.Create("All", references: references.All);
        var usual = references.Usual.ToHashSet();
        var missed =
            from reference in compilation.References
            where !usual.Contains(reference)
            let assembly = (IAssemblySymbol?)compilation.GetAssemblyOrModuleSymbol(reference)
            where assembly is not null
            from import in SubmissionChain.Imports
            let space = Namespace(assembly.GlobalNamespace, import)
            where space is not null
            from type in space.GetTypeMembers()
            where type.DeclaredAccessibility == Accessibility.Public && type.MightContainExtensionMethods
            select $"{assembly.Name}: {type}";
        Assert.Empty(missed);
    }

    static INamespaceSymbol? Namespace(INamespaceSymbol root, string name) =>
        name.Split('.').Aggregate((INamespaceSymbol?)root, (space, part) => space?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part));
}
