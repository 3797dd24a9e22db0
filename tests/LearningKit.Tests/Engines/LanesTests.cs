using LearningKit.Engines;
using Xunit;

namespace LearningKit.Tests.Engines;

public sealed class LanesTests
{
    [Fact]
    public void Enter_ThreadThatComesBack_GetsItsOwnLaneAgain()
    {
        var lanes = new Lanes(2);
        var (mine, others) = (Visit(), OnAnotherThread(Visit));

        Assert.Equal((0, 1), (mine, others));   // lane 0 was free for the other one, but not its own
        Assert.Equal(mine, Visit());

        int Visit()
        {
            var lane = lanes.Enter();
            lanes.Leave(lane);
            return lane;
        }
    }

    [Fact]
    public void Enter_AsManyAsThereAreLanes_AllGetDifferentOnes()
    {
        var lanes = new Lanes(5);
        Assert.Equal(Enumerable.Range(0, 5), Enumerable.Range(0, 5).Select(_ => lanes.Enter()));
    }

    static int OnAnotherThread(Func<int> work)
    {
        var result = -1;
        var thread = new Thread(() => result = work());
        thread.Start();
        thread.Join();
        return result;
    }
}
