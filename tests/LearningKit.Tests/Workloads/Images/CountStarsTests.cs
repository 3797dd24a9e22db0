using FsCheck;
using FsCheck.Fluent;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class CountStarsTests
{
    [Theory]
    [InlineData(16, 16, 3)]
    [InlineData(100, 70, 1)]
    [InlineData(512, 512, 1)]
    [InlineData(1000, 300, -5)]
    public void Solve_MadeSky_FindsEachStarWhereItIs(int width, int height, int seed)
    {
        var field = new StarField(width, height, seed);
        var truth = field.Stars.ToList();
        var found = new CountStars(field).Solve();
        Assert.Equal(truth.Count, found.Count);
        Assert.All(truth, star => Assert.Single(found.Stars, spot => Math.Abs(spot.X - star.X) < 1 && Math.Abs(spot.Y - star.Y) < 1));
    }

    [Fact]
    public void Stars_OfALargeSky_FillAThirdOfTheCells() =>
        Assert.InRange(new StarField(1600, 1600, 1).Stars.Count(), 3000, 3667);

    [Fact]
    public void Answer_AnySkyAndParts_IsTheTruth() =>
        Prop.ForAll(Gen.Choose(1, 200).Two().ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), Gen.Choose(1, 300).ToArbitrary(), (size, seed, parts) =>
        {
            var count = new CountStars(new(size.Item1, size.Item2, seed));
            var answer = count.Gather(count.Divide(parts).Select(count.Execute));
            return answer.Equals(count.Solve()) && answer.Count == count.Field.Stars.Count();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Count_AnyPixelsAndBands_EqualsAFloodFill() =>
        Prop.ForAll(
            (from width in Gen.Choose(1, 12)
             from height in Gen.Choose(1, 12)
             from samples in Gen.ArrayOf(Gen.Elements<byte>(0, 64, 65, 255), width * height)
             select new RasterImage(width, height, 1, samples)).ToArbitrary(),
            Gen.Choose(1, 12).ToArbitrary(),
            (image, parts) =>
            {
                var bands = IndexRange.Divide(image.Height, parts).Select(rows => StarCounter.CountBand(image, rows));
                var filled = FloodFill(image).OrderBy(spot => spot.Y).ThenBy(spot => spot.X).ThenBy(spot => spot.Pixels);
                var found = StarCounter.Join(bands).Stars.OrderBy(spot => spot.Y).ThenBy(spot => spot.X).ThenBy(spot => spot.Pixels);
                return filled.SequenceEqual(found);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Count_ColourImage_IsRefused() =>
        Assert.StartsWith("Stars are counted in grey images", Assert.Throws<ArgumentException>(() => StarCounter.Count(new(1, 1, 3, new byte[3]))).Message);

    [Fact]
    public void Render_ThroughPng_CountsTheSame()
    {
        var field = new StarField(300, 200, 9);
        Assert.Equal(field.Stars.Count(), StarCounter.Count(Png.Decode(Png.Encode(field.Render()))).Count);
    }

    static List<StarSpot> FloodFill(RasterImage image)
    {
        var (spots, seen) = (new List<StarSpot>(), new HashSet<(int, int)>());
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
            {
                var (spot, open) = (new StarSpot(), new Stack<(int X, int Y)>([(x, y)]));
                while (open.TryPop(out var at))
                {
                    if (at.X < 0 || at.X >= image.Width || at.Y < 0 || at.Y >= image.Height) continue;
                    var value = image.Row(at.Y)[at.X];
                    if (value <= StarField.Threshold || !seen.Add(at)) continue;
                    spot = spot.Add(new(1, at.X, at.Y, value));
                    for (var i = 0; i < 9; i++) open.Push((at.X + i % 3 - 1, at.Y + i / 3 - 1));
                }
                if (spot.Pixels > 0) spots.Add(spot);
            }
        return spots;
    }
}
