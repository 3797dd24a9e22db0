namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>Bytes that may be held at a time. Safe on any thread.</summary>
/// <param name="limit">How many bytes there are to give.</param>
sealed class ByteBudget(long limit)
{
    long taken;

    /// <summary>How many bytes are held now.</summary>
    public long Taken => Interlocked.Read(ref taken);

    /// <summary>Takes bytes if so many are left. An empty budget gives any amount once, so that one large message passes.</summary>
    public bool TryTake(long bytes)
    {
        var before = Interlocked.Add(ref taken, bytes) - bytes;
        if (before == 0 || before + bytes <= limit) return true;
        Release(bytes);
        return false;
    }

    /// <summary>Gives bytes back.</summary>
    public void Release(long bytes) => Interlocked.Add(ref taken, -bytes);
}
