using FsCheck;
using FsCheck.Fluent;

namespace LearningKit.Mpi.Tests;

public class CartesianTopologyTests
{
    [Fact]
    public void Coords_OfARank_LeadBackToIt() => Prop.ForAll(
        Gen.Choose(1, 4).ArrayOf().Where(dims => dims.Length is > 0 and < 4).ToArbitrary(),
        dims =>
        {
            var grid = new CartesianTopology(dims);
            return Enumerable.Range(0, grid.Count).All(rank => grid.RankAt(grid.Coords(rank)) == rank);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void RankAt_LastCoordinateChangesFirst()
    {
        var grid = new CartesianTopology([2, 3]);
        Assert.Equal(1, grid.RankAt(0, 1));
        Assert.Equal(3, grid.RankAt(1, 0));
    }

    [Fact]
    public void Shift_BeyondAnEdge_IsNobody()
    {
        var grid = new CartesianTopology([3, 2], [true, false]);
        Assert.Equal((4, 2), grid.Shift(0, 0, 1));
        Assert.Equal((MpiConstants.ProcNull, 1), grid.Shift(0, 1, 1));
    }

    [Theory]
    [InlineData(12, 2, new[] { 4, 3 })]
    [InlineData(8, 3, new[] { 2, 2, 2 })]
    [InlineData(7, 2, new[] { 7, 1 })]
    [InlineData(6, 1, new[] { 6 })]
    [InlineData(36, 3, new[] { 4, 3, 3 })]
    public void DimsFor_IsAsNearToACubeAsCanBe(int ranks, int dimensions, int[] expected) =>
        Assert.Equal(expected, CartesianTopology.DimsFor(ranks, dimensions));

    [Fact]
    public void Constructor_WithAnEmptyDimension_SaysSo() =>
        Assert.Equal(MpiErrorClass.Dims, Assert.Throws<MpiException>(() => new CartesianTopology([2, 0])).ErrorClass);
}
