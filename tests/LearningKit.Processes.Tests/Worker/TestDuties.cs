using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes.Tests.Worker;

/// <summary>What a worker of these tests does: it obeys words, so that nothing but the worker itself is tested.</summary>
static partial class TestDuties
{
    public static WorkerProcess Start(WorkerOptions? options = null) =>
        WorkerProcess.Start(options ?? new() { Name = "worker 1" }, typeof(TestDuties).Assembly.Location);

    /// <summary>Gives an order and waits for the answer.</summary>
    public static string Ask(this WorkerProcess worker, params string[] words)
    {
        worker.Order(words);
        return worker.Channel.Receive() is { } frame ? Encoding.UTF8.GetString(frame.Body.Span) : throw new EndOfStreamException("The worker is gone.");
    }

    public static void Order(this WorkerProcess worker, params string[] words) =>
        worker.Channel.Send(FrameKind.Call, 1, Text(string.Join('\n', words)));

    public static void Serve(FrameChannel channel, WorkerOptions self)
    {
        var kept = Array.Empty<byte>();
        while (channel.Receive() is { Kind: not FrameKind.Stop } frame)
        {
            if (frame.Buffers.Remaining > 0)
            {
                Echo(channel, frame, ref kept);
                continue;
            }
            channel.Send(FrameKind.Result, frame.Id, Text(Obey(Encoding.UTF8.GetString(frame.Body.Span).Split('\n'), self)));
        }
    }

    /// <summary>Sends arrays back; of so many bytes that no array could hold them, the last piece again and again.</summary>
    static void Echo(FrameChannel channel, Frame frame, ref byte[] kept)
    {
        var total = frame.Buffers.Remaining;
        if (kept.Length == 0) kept = new byte[1 << 28];
        var pieces = new List<ReadOnlyMemory<byte>>();
        while (frame.Buffers.Remaining is > 0 and var left)
        {
            var piece = kept.AsMemory(0, (int)Math.Min(left, kept.Length));
            frame.Buffers.Read(piece.Span);
            pieces.Add(piece);
        }
        channel.Send(FrameKind.Result, frame.Id, new(BitConverter.GetBytes(total), [.. pieces], []));
    }

    static string Obey(string[] words, WorkerOptions self)
    {
        switch (words)
        {
            case ["self"]:
                return $"{self.Name}|{self.Index}|{self.Siblings}";
            case ["out", var text]:
                Console.WriteLine(text);
                return "";
            case ["error", var text]:
                Console.Error.WriteLine(text);
                return "";
            case ["print", var text]:
                Console.Write(text);
                return "";
            case ["native", var text]:
                _ = puts(text);
                _ = fflush(0);
                return "";
            case ["shell", var command]:
                using (var shell = Process.Start("/bin/sh", ["-c", command])) shell.WaitForExit();
                return "";
            case ["child"]:
                using (var child = Process.Start("sleep", ["1000"])) return $"{child.Id}";
            case ["lines", var count]:
                var line = new string('x', 1023);
                for (var printed = 0; printed < int.Parse(count); printed++) Console.WriteLine(line);
                return "";
            case ["spin"]:
                while (true) { }
            case ["exit", var code]:
                Environment.Exit(int.Parse(code));
                return "";
            case ["overflow", ..]:
                return $"{Deep(1)}";
            case ["throw", ..]:
                new Thread(() => throw new InvalidOperationException("on a thread of its own")).Start();
                Thread.Sleep(Timeout.Infinite);
                return "";
            case ["memory"]:
                return Fill();
            case ["limit"]:
                return $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes}";
            case ["environment"]:
                return string.Join('|', Environment.GetEnvironmentVariables().Keys.Cast<string>());
            default:
                throw new ArgumentException($"No duty: {words[0]}");
        }
    }

    static int Deep(int depth) => depth == 0 ? 0 : 1 + Deep(depth + 1);

    static string Fill()
    {
        var kept = new List<byte[]>();
        try
        {
            while (true) kept.Add(new byte[1 << 20]);
        }
        catch (OutOfMemoryException)
        {
            var full = kept.Count;
            kept.Clear();
            return $"OutOfMemoryException after {full}";
        }
    }

    static Parcel Text(string text) => new(Encoding.UTF8.GetBytes(text), [], []);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int puts(string text);

    [LibraryImport("libc")]
    private static partial int fflush(nint stream);
}
