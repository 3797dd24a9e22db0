using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using LearningKit.Workloads;

namespace LearningKit.Benchmarks;

/// <summary>The Mandelbrot set, 2048 x 2048 points, 256 steps at most, in the view with the cheap top; C on one thread is the peer.</summary>
public class MandelbrotBenchmarks
{
    const int Side = 2048;
    const int RowsAtATime = 16;
    static readonly Mandelbrot picture = new(Side, Side, 256, MandelbrotView.CheapTop);
    static readonly IndexRange rows = new(0, Side);
    readonly ushort[] counts = new ushort[Side * Side];

    [DllImport("peers")]
    static extern void mandelbrot_rows([Out] ushort[] counts, int width, int height, double left, double top, double step, int limit);

    [Benchmark(Baseline = true)]
    public void C() => mandelbrot_rows(counts, Side, Side, picture.View.Left, picture.View.Top, picture.Step, picture.MaxIterations);

    [Benchmark] public void Scalar() => MandelbrotScalar.Rows(picture, rows, counts);

    [Benchmark] public void Vector() => Rows(picture, rows, counts, interleaved: false);

    [Benchmark] public void Interleaved() => Rows(picture, rows, counts, interleaved: true);

    [Benchmark] public void InterleavedTwoThreadsHalfEach() => TwoThreads(worker => Draw(new(worker * Side / 2, (worker + 1) * Side / 2)));

    [Benchmark]
    public void InterleavedTwoThreadsDynamic()
    {
        var next = 0;
        TwoThreads(_ =>
        {
            for (int end; (end = Interlocked.Add(ref next, RowsAtATime)) <= Side;) Draw(new(end - RowsAtATime, end));
        });
    }

    void Draw(IndexRange part) => Rows(picture, part, counts.AsSpan((int)part.Start * Side, (int)part.Count * Side), interleaved: true);

    static void TwoThreads(Action<int> work)
    {
        var other = new Thread(() => work(1));
        other.Start();
        work(0);
        other.Join();
    }

    static void Rows(Mandelbrot picture, IndexRange rows, Span<ushort> counts, bool interleaved)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            if (interleaved) MandelbrotInterleaved512.Rows(picture, rows, counts);
            else MandelbrotVector512.Rows(picture, rows, counts);
        }
        else if (interleaved) MandelbrotInterleaved256.Rows(picture, rows, counts);
        else MandelbrotVector256.Rows(picture, rows, counts);
    }
}
