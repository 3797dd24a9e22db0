using LearningKit.Mpi.Native;

namespace LearningKit.Mpi.Tests;

public class MpichConformanceTests() : NativeConformance(MpiKind.Mpich);
