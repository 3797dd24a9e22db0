using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace LearningKit.Notebooks;

/// <summary>
/// Answers <c>#r</c> of a cell that is compiled with the usual references. What those refer to in turn is left out: found,
/// it would bring in a hundred assemblies for every cell.
/// </summary>
sealed class UsualReferences(SessionReferences references) : MetadataReferenceResolver
{
    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => false;

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        references.ResolveReference(reference, baseFilePath, properties);

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
