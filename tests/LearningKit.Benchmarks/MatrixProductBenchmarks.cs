using BenchmarkDotNet.Attributes;
using LearningKit.Engines;
using LearningKit.Workloads;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace LearningKit.Benchmarks;

/// <summary>The product of two 2048 x 2048 matrices of doubles on one thread; OpenBLAS is the peer.</summary>
public class MatrixProductBenchmarks
{
    readonly MatrixProduct product = new(2048, Seed: 1);
    readonly MatrixShape shape = MatrixShape.Square(2048);
    readonly double[] answer = new double[2048 * 2048];

    [GlobalSetup] public void OneThread() => OpenBlas.UseThreads(1);

    [Benchmark(Baseline = true)] public void OpenBlasOneThread() => OpenBlas.Multiply(product.Left, product.Right, answer, shape);

    [Benchmark] public void Packed() => PackedProduct.Multiply(product.Left, product.Right, answer, shape);

    [Benchmark] public void Tiled() => TiledProduct.Multiply(product.Left, product.Right, answer, shape);

    [Benchmark] public void RowSums() => TextbookProduct.RowSums(product.Left, product.Right, answer, shape);
}

/// <summary>The same product on two threads.</summary>
public class MatrixProductTwoThreadsBenchmarks
{
    readonly MatrixProduct product = new(2048, Seed: 1);
    readonly MatrixShape shape = MatrixShape.Square(2048);
    readonly double[] answer = new double[2048 * 2048];
    static readonly WorkerTeam team = new(2);   // parked while not in use

    [GlobalSetup] public void TwoThreads() => OpenBlas.UseThreads(2);

    [Benchmark(Baseline = true)] public void OpenBlasTwoThreads() => OpenBlas.Multiply(product.Left, product.Right, answer, shape);

    [Benchmark] public void PackedTwoWorkers() => PackedProduct.Multiply(product.Left, product.Right, answer, shape, team);
}

/// <summary>The same product on one thread; MathNet.Numerics' managed provider is the peer.</summary>
public class MatrixProductMathNetBenchmarks
{
    readonly MatrixProduct product = new(2048, Seed: 1);
    readonly MatrixShape shape = MatrixShape.Square(2048);
    readonly double[] answer = new double[2048 * 2048];
    readonly Matrix<double> left, right, result;

    public MatrixProductMathNetBenchmarks()
    {
        Control.UseManaged();
        Control.UseSingleThread();
        left = Matrix<double>.Build.DenseOfRowMajor(2048, 2048, product.Left);
        right = Matrix<double>.Build.DenseOfRowMajor(2048, 2048, product.Right);
        result = Matrix<double>.Build.Dense(2048, 2048);
    }

    [Benchmark(Baseline = true)] public void MathNet() => left.Multiply(right, result);

    [Benchmark] public void Packed() => PackedProduct.Multiply(product.Left, product.Right, answer, shape);
}
