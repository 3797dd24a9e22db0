using FsCheck;
using FsCheck.Fluent;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class FilterImagesTests
{
    static readonly Arbitrary<ImageFilter> filters = Gen.Elements(Enum.GetValues<ImageFilter>()).ToArbitrary();

    [Fact]
    public void Answer_AnyImagesAndParts_EqualsTheReadableFilter() =>
        Prop.ForAll(filters, Gen.Choose(1, 150).Two().ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (filter, size, parts) =>
        {
            var workload = new FilterImages(Images: 2, size.Item1, size.Item2, filter, Seed: size.Item1);
            var readable = Enumerable.Range(0, 2).Select(i => ReadableImageFilter.Apply(filter, workload[i].Render())).ToList();
            return workload.Agrees(workload.Gather(workload.Divide(parts).Select(workload.Execute)), readable);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Apply_AnyPixels_EqualsTheReadableFilter() =>
        Prop.ForAll(filters, Gen.Choose(1, 100).ToArbitrary(), Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(306).ToArbitrary(), (filter, width, pixels) =>
        {
            var rows = new[] { pixels[..(width + 2)], pixels[102..(104 + width)], pixels[204..(206 + width)] };
            var result = new byte[width];
            FastImageFilter.Apply(filter, rows[0], rows[1], rows[2], result);
            var readable = ReadableImageFilter.Apply(filter, new(width + 2, 3, 1, [.. rows.SelectMany(row => row)]));
            return readable.Row(1)[1..^1].SequenceEqual(result);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Median_OfATexture_RemovesMostBadPixels()
    {
        var texture = new Texture(256, 256, 4);
        var clean = texture.RenderClean();
        var filtered = new FilterImages(1, 256, 256, ImageFilter.Median, 4).Solve()[0];
        Assert.InRange(Bad(texture.Render()), 700, 1300);
        Assert.InRange(Bad(filtered), 0, 10);

        int Bad(RasterImage image) => image.Samples.Zip(clean.Samples).Count(pair => Math.Abs(pair.First - pair.Second) > 12);
    }

    [Fact]
    public void Sobel_OfAnEvenImage_IsBlack() =>
        Assert.All(ReadableImageFilter.Apply(ImageFilter.Sobel, new(5, 5, 1, [.. Enumerable.Repeat((byte)99, 25)])).Samples, value => Assert.Equal(0, value));

    [Fact]
    public void Divide_NoImages_GivesNoParts() => Assert.Empty(new FilterImages(0, 8, 8, ImageFilter.Blur, 1).Divide(4));
}
