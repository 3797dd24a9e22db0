using LearningKit.Processes.Wire;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>
/// Workers that are threads of this process and speak through memory: they run the real loop over real frames, and die where a
/// test says, every time.
/// </summary>
sealed class FakeWorkers
{
    int alive;
    int started;

    /// <summary>When a worker dies: at which of its answers, from 0, and how far it comes with that.</summary>
    public sealed record Death(int Answer, Progress Progress);

    public enum Progress
    {
        BeforeIt,
        WithinIt,
        AfterIt,
    }

    /// <summary>How the n-th worker dies, from 0; null if it does not. Its first answer is that it is ready.</summary>
    public Func<int, Death?> DeathOf { get; init; } = _ => null;

    /// <summary>Called before a worker is started.</summary>
    public Action? BeforeStart { get; init; }

    /// <summary>How many workers were started and have not ended.</summary>
    public int Alive => Volatile.Read(ref alive);

    /// <summary>How many workers were started.</summary>
    public int Started => Volatile.Read(ref started);

    public ProcessPool Pool(int workers, PoolOptions? options = null) => new(workers, options, Start);

    FakeWorker Start(WorkerOptions self)
    {
        BeforeStart?.Invoke();
        var number = Interlocked.Increment(ref started) - 1;
        Interlocked.Increment(ref alive);
        return new FakeWorker(self, number, DeathOf(number), () => Interlocked.Decrement(ref alive));
    }

    sealed class FakeWorker : IWorker
    {
        readonly TaskCompletionSource<WorkerEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly MemoryPipe toWorker = new(), toPool = new();
        readonly Action gone;
        int dead;

        public FakeWorker(WorkerOptions self, int number, Death? death, Action gone)
        {
            this.gone = gone;
            ProcessId = number;
            Channel = new(toPool, toWorker);
            toPool.BeforeWrite = (answer, bytes) =>
            {
                if (death?.Answer != answer || dead != 0) return;
                var written = death.Progress switch { Progress.BeforeIt => 0, Progress.WithinIt => bytes.Length / 2, _ => bytes.Length };
                toPool.Append(bytes[..written]);
                Kill();
            };
            new Thread(() =>
            {
                try { TaskLoop.Run(new(toWorker, toPool), self); }
                catch (IOException) { }   // Killed before it was ready.
                Kill();
            })
            { IsBackground = true, Name = $"fake {self.Name}" }.Start();
        }

        public int ProcessId { get; }

        public FrameChannel Channel { get; }

        public Task<WorkerEnd> Ended => ended.Task;

        public void Kill()
        {
            if (Interlocked.Exchange(ref dead, 1) != 0) return;
            toPool.Break();
            toWorker.Break();
            gone();
            ended.SetResult(new(137, true, "The test killed it."));
        }

        public ValueTask DisposeAsync()
        {
            Kill();
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>A pipe in memory. When it is broken, what was written can still be read, as it is with one of the system.</summary>
    sealed class MemoryPipe : Stream
    {
        public delegate void Writing(int number, ReadOnlySpan<byte> bytes);

        readonly Queue<byte> content = [];
        bool broken;
        int writes;

        public Writing? BeforeWrite { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Break()
        {
            lock (content)
            {
                broken = true;
                Monitor.PulseAll(content);
            }
        }

        public void Append(ReadOnlySpan<byte> bytes)
        {
            lock (content)
            {
                if (broken) throw new IOException("Broken pipe");
                foreach (var one in bytes) content.Enqueue(one);
                Monitor.PulseAll(content);
            }
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            BeforeWrite?.Invoke(writes++, buffer);
            Append(buffer);
        }

        public override int Read(Span<byte> buffer)
        {
            lock (content)
            {
                while (content.Count == 0 && !broken) Monitor.Wait(content);
                var count = Math.Min(buffer.Length, content.Count);
                for (var i = 0; i < count; i++) buffer[i] = content.Dequeue();
                return count;
            }
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            Break();
            base.Dispose(disposing);
        }
    }
}
