using LearningKit.Mpi.Native;

namespace LearningKit.Mpi.Tests;

public class OpenMpiConformanceTests() : NativeConformance(MpiKind.OpenMpi);
