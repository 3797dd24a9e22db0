using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class WordCountTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    /// <summary>Bytes with many separators, short and long words, text beyond ASCII and bytes that are no UTF-8.</summary>
    static readonly Arbitrary<byte[]> texts = Gen.OneOf(
            Gen.Elements(" ", "\n", "\t", "\r\n", "   ", "\0").Select(Encoding.UTF8.GetBytes),
            Gen.Elements("a", "b", "the", "<see", "cref=\"M:System.Text.Encoding\"", "über", "日本語", "🙂", "sixteen-bytes-16", "seventeen-bytes-1").Select(Encoding.UTF8.GetBytes),
            Gen.Elements(new byte[] { 0xFF }, [0xE2, 0x82], [0xC0, 0x80], [0xEF, 0xBB, 0xBF], [0x7F]))
        .ListOf().Select(pieces => pieces.SelectMany(piece => piece).ToArray()).ToArbitrary();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Solve_SmallText_CountsEachWord()
    {
        var counts = Count("the cat\tthe\r\nhat  The the-cat\u00A0über\n");
        Assert.Equal(6, counts.Total);
        Assert.Equal(5, counts.Distinct);
        Assert.Equal(2, counts["the"]);
        Assert.Equal(1, counts["The"]);
        Assert.Equal(1, counts["the-cat\u00A0über"]);
        Assert.Equal(0, counts["dog"]);
        Assert.Equal("the", counts.Top(1)[0].Key);
    }

    [Fact]
    public void Solve_ByteOrderMark_IsNotPartOfTheFirstWord() => Assert.Equal(1, Count("\uFEFFword")["word"]);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void Solve_TextWithoutWords_HasNone(string text) => Assert.Equal(0, Count(text).Total);

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(64)]
    [InlineData(4096)]
    [InlineData(100_000)]
    public void Solve_WordsOfAnyLength_AreToldApartByTheirLastByte(int length)
    {
        var stem = new string('x', length - 1);
        var counts = Count($"{stem}a {stem}b {stem}a");
        Assert.Equal((2, 1, 2), (counts[stem + "a"], counts[stem + "b"], counts.Distinct));
    }

    [Theory]
    [InlineData("w")]
    [InlineData("a-word-of-more-than-sixteen-bytes-")]
    public void Solve_MoreWordsThanTheFirstTableHolds_CountsAll(string stem)
    {
        var counts = Count(string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"{stem}{i % 100_000}")));
        Assert.Equal((200_000, 100_000), (counts.Total, counts.Distinct));
        Assert.All(counts.Words.Values, count => Assert.Equal(2, count));
    }

    [Fact]
    public void Answer_AnyTextAndParts_EqualsTheReadableOne() =>
        Prop.ForAll(texts, Gen.Choose(1, 20).ToArbitrary(), (text, parts) =>
        {
            var count = new WordCount(folder.Write("text.txt", text));
            var readable = ReadableWordCounter.Merge(count.Divide(1).Select(ReadableWordCounter.Count));
            return count.Solve().Equals(readable)
                && count.Gather(count.Divide(parts).Select(count.Execute)).Equals(readable)
                && ReadableWordCounter.Merge(count.Divide(parts).Select(ReadableWordCounter.Count)).Equals(readable);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Divide_AnyTextAndParts_CoversEachByteOnceAndCutsNoWord() =>
        Prop.ForAll(texts, Gen.Choose(1, 20).ToArbitrary(), (text, parts) =>
        {
            var path = folder.Write("text.txt", text);
            var ranges = new WordCount(path).Divide(parts).SelectMany(part => part.Ranges).ToList();
            var start = text.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            return ranges.Count <= parts
                && ranges.Select(range => range.Start).SequenceEqual(ranges.Select(range => range.End).Prepend(start).SkipLast(1))
                && (ranges.Count == 0 ? text.Length == start : ranges[^1].End == text.Length)
                && ranges.Skip(1).All(range => text[range.Start] <= ' ');
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Solve_Folder_ReadsItsTextFilesOnly()
    {
        folder.Write("a.txt", "one"u8);
        folder.Write("b/c.md", "two"u8);
        folder.Write("b/d.XML", "three"u8);
        folder.Write("e.dll", "none"u8);
        Assert.Equal(["one", "three", "two"], new WordCount(folder).Solve().Words.Keys.Order());
    }

    [Fact]
    public void Solve_MoreBytesThanTheTextHolds_ReadsItAgain()
    {
        folder.Write("a.txt", "ab cd "u8);
        folder.Write("b.txt", "ab"u8);
        var counts = new WordCount(folder, Bytes: 8 + 8 + 4).Solve();
        Assert.Equal((5, 3), (counts["ab"], counts["cd"]));
    }

    [Fact]
    public void Solve_NoSuchFile_SaysSo()
    {
        var error = Assert.Throws<FileNotFoundException>(() => new WordCount(folder["none.txt"]).Solve());
        Assert.Equal($"There is no file or folder '{folder["none.txt"]}' to count words in.", error.Message);
    }

    [Fact]
    public void Solve_FolderWithoutText_SaysSo()
    {
        var error = Assert.Throws<FileNotFoundException>(() => new WordCount(folder).Solve());
        Assert.Equal($"The folder '{(string)folder}' holds no file that ends in .txt, .md, .xml.", error.Message);
    }

    [Fact]
    public void Solve_TextOfTheSdk_EqualsTheReadableOneInParts()
    {
        var count = new WordCount(Bytes: 3_000_000);
        var readable = ReadableWordCounter.Merge(count.Divide(3).Select(ReadableWordCounter.Count));
        Assert.True(readable.Total > 100_000);
        Assert.Equal(readable, count.Gather(count.Divide(7).Select(count.Execute)));
    }

    WordCounts Count(string text) => new WordCount(folder.Write("text.txt", Encoding.UTF8.GetBytes(text))).Solve();
}
