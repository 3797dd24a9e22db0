using LearningKit.Notebooks.Jupyter.Zmtp;

namespace LearningKit.Notebooks.Tests.Jupyter;

/// <summary>A kernel with a session that a test directs, and a front end connected to it.</summary>
public abstract class KernelTests : IAsyncLifetime
{
    protected const string Key = "a key for tests";

    Task running = Task.CompletedTask;

    internal FakeSession Session { get; } = new();

    internal StringWriter Log { get; } = new();

    internal JupyterKernel Kernel { get; private set; } = null!;

    internal JupyterClient Client { get; private set; } = null!;

    internal virtual ZmtpLimits Limits => new();

    public async Task InitializeAsync()
    {
        Kernel = new(new() { Key = Key }, Session, Limits, TextWriter.Synchronized(Log));
        running = Kernel.RunAsync();
        Client = await JupyterClient.ConnectAsync(Kernel.Connection);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Kernel.DisposeAsync();
        await running;
    }

    /// <summary>Waits until the kernel has ended by itself.</summary>
    protected Task EndAsync() => running.WaitAsync(TimeSpan.FromMinutes(1));
}
