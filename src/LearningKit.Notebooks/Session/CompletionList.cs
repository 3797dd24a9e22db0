namespace LearningKit.Notebooks;

/// <summary>What can stand at a place in a cell.</summary>
/// <param name="Start">Where the text begins that an item replaces, in UTF-16 units from the cell's start.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The items, best first.</param>
public sealed record CompletionList(int Start, int End, IReadOnlyList<CompletionItem> Items);
