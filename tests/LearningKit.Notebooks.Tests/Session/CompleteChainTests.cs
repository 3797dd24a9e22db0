using Microsoft.CodeAnalysis.CSharp;

namespace LearningKit.Notebooks.Tests.Session;

public sealed class CompleteChainTests
{
    [Fact]
    public void LongChain_ThatNobodyAskedBefore_IsMadeFromTheOldestOnAndOnce()
    {
        const int cells = 100_000;
        var one = CSharpCompilation.Create("one");
        var made = new List<int>();
        CompleteChain? chain = null;
        for (var cell = 0; cell < cells; cell++)
        {
            var number = cell;
            chain = new(chain, previous =>
            {
                Assert.Equal(number > 0, previous is not null);
                made.Add(number);
                return one;
            });
        }
        Assert.Empty(made);
        Assert.Same(one, chain!.Compilation);
        Assert.Same(one, chain.Compilation);
        Assert.Equal(Enumerable.Range(0, cells), made);
    }
}
