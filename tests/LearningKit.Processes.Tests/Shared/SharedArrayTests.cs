namespace LearningKit.Processes.Tests.Shared;

public sealed class SharedArrayTests
{
    [Fact]
    public void Array_WrittenByAnotherProcess_IsSeenHere()
    {
        using var array = new SharedArray<long>(1000);
        using var other = new Actor("write array", array.Address);
        other.Hear();
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i * i), array.Span.ToArray());
        array.Span[^1] = -7;
        other.Say();
        Assert.Equal("-7", other.Hear());
        Assert.True(other.EndsWell());
    }

    [Fact]
    public void Array_DisposedByItsMaker_StaysWithWhoHasItOpen()
    {
        var array = new SharedArray<long>(1000);
        using var other = new Actor("write array", array.Address);
        other.Hear();
        array.Dispose();
        other.Say();
        Assert.Equal($"{999 * 999}", other.Hear());
    }

    [Fact]
    public void Array_MadeByAnotherProcess_IsOpenedWhileThatLives()
    {
        using var maker = new Actor("make array");
        var address = maker.Hear();
        maker.Say();
        maker.Hear();   // it has collected its garbage, and refers to the array no more
        using var array = SharedArray<long>.Open(address);
        maker.Kill();
        Assert.Equal([0, 0, 0], array.Span.ToArray());
        array.Dispose();
        Assert.Contains("has ended", Assert.Throws<IOException>(() => SharedArray<long>.Open(address)).Message);
    }

    [Fact]
    public void Address_OpenedWhereItIsOpen_IsTheSameObject()
    {
        using var array = new SharedArray<int>(3);
        Assert.Same(array, SharedArray<int>.Open(array.Address));
    }

    [Fact]
    public void Address_OfSomethingElse_IsRefused()
    {
        using var array = new SharedArray<int>(3);
        var message = Assert.Throws<IOException>(() => SharedArray<float>.Open(array.Address)).Message;
        Assert.Contains("SharedArray<System.Int32>", message);
        Assert.Contains("SharedArray<System.Single>", message);
        Assert.Contains("SharedArray<System.Int32>", Assert.Throws<IOException>(() => SharedLock.Open(array.Address)).Message);
    }

    [Fact]
    public void Address_OfNothing_IsRefusedWithASentence()
    {
        Assert.Contains("'somewhere' is no address", Assert.Throws<FormatException>(() => SharedArray<int>.Open("somewhere")).Message);
        var array = new SharedArray<int>(3);
        var address = array.Address;
        array.Dispose();
        Assert.Contains("not there any more", Assert.Throws<IOException>(() => SharedArray<int>.Open(address)).Message);
    }

    [Fact]
    public void Array_Disposed_RefusesItsMembers()
    {
        var array = new SharedArray<int>(3);
        array.Dispose();
        array.Dispose();
        Assert.Throws<ObjectDisposedException>(() => array.Span.Length);
        Assert.Throws<ObjectDisposedException>(() => array[0]);
        Assert.Throws<ObjectDisposedException>(() => array.Address);
    }

    [Fact]
    public void Element_OutsideOfTheArray_IsRefused()
    {
        using var array = new SharedArray<int>(3);
        Assert.Throws<IndexOutOfRangeException>(() => array[3]);
        Assert.Throws<IndexOutOfRangeException>(() => array[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedArray<int>(-1));
    }

    [Fact]
    public void Array_OfNoElements_IsFine()
    {
        using var array = new SharedArray<int>(0);
        Assert.True(array.Span.IsEmpty);
        using var other = new Actor("write array", new SharedArray<long>(0).Address);
        Assert.Equal("written", other.Hear());
    }

    [Fact]
    public void Array_MadeOfElements_HoldsThem()
    {
        using var array = new SharedArray<(int, double)>([(1, 2.5), (3, 4.5)]);
        Assert.Equal([(1, 2.5), (3, 4.5)], array.Span.ToArray());
        Assert.Equal("SharedArray<System.ValueTuple`2[System.Int32,System.Double]>, 2 elements, 32 B", array.ToString());
    }

    [Fact]
    public void Array_WhoseSpanIsUsed_IsNotCollected()
    {
        var span = SpanOfForgotten();
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.Equal(7, span[0]);   // would end the process

        static Span<int> SpanOfForgotten() => new SharedArray<int>([7, 8]).Span;
    }
}
