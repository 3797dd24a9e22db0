namespace LearningKit.Notebooks.Tests.Jupyter;

/// <summary>Waits for what other threads bring about.</summary>
static class Eventually
{
    /// <summary>Polls until the condition holds.</summary>
    public static async Task HoldsAsync(Func<bool> condition)
    {
        for (var tries = 0; !condition(); tries++)
        {
            Assert.True(tries < 6_000, "It never came true.");
            await Task.Delay(10);
        }
    }
}
