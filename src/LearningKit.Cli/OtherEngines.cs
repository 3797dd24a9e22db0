using System.Runtime.CompilerServices;
using LearningKit.Engines;
using LearningKit.Processes;

namespace LearningKit.Cli;

/// <summary>The engines that the core does not know: one line each.</summary>
static class OtherEngines
{
    // None of these assemblies is loaded before its engine is made.
    [ModuleInitializer]
    internal static void Add() => EngineCatalog.Add(new("processes", "a pool of worker processes; a free worker takes the next part", () => new ProcessEngine()));
}
