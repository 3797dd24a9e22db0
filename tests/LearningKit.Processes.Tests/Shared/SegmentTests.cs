using LearningKit.Processes.Segments;

namespace LearningKit.Processes.Tests.Shared;

public sealed class SegmentTests
{
    [SkippableFact]
    public void Segment_MoreThanThereIs_IsRefusedWithFigures()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        var message = Assert.Throws<IOException>(() => SharedSegment.Create("test", 1L << 50)).Message;
        Assert.Matches(@"1024 TiB cannot be had: .* are free\. Share less", message);
    }

    [SkippableFact]
    public void Segments_MadeAndDisposed_LeaveNothingOpen()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        using var maker = new Actor("make many");    // alone in its process: other tests have segments of theirs open
        Assert.Equal("0 files, 0 maps", maker.Hear());
    }

    [SkippableFact]
    public void Segment_OnLinux_IsItsUsersAlone()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        using var segment = SharedSegment.Create("test", 100);
        var file = new FileInfo($"/proc/self/fd/{segment.Place.Split('.')[1]}");
        Assert.StartsWith("/memfd:", file.LinkTarget);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.FullName));
    }

    [Fact]
    public void Place_OfSomethingElse_IsRefused()
    {
        using var segment = SharedSegment.Create("apples", 100);
        var right = new SharedAddress(segment.Key, segment.Place, 0);
        SharedSegment.Open(right, "apples").Dispose();
        Assert.Contains("is a apples, not a pears", Assert.Throws<IOException>(() => SharedSegment.Open(right, "pears")).Message);
        if (OperatingSystem.IsWindows()) return;    // there the key is the place
        Assert.Contains("something else", Assert.Throws<IOException>(() => SharedSegment.Open(right with { Key = segment.Key + 1 }, "apples")).Message);
    }

    [SkippableFact]
    public void Place_OfADescriptorThatIsNoSegment_IsNotOpened()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        using var file = File.OpenHandle("/dev/null");
        var place = $"{ProcessIdentity.Current.Code}.{file.DangerousGetHandle()}";
        Assert.Contains("has closed it", Assert.Throws<IOException>(() => SharedSegment.Open(new(1, place, 0), "test")).Message);
    }

    [Fact]
    public void FileStore_MadeAndOpened_IsOneMemory()
    {
        var folder = Directory.CreateTempSubdirectory("shared-");
        try
        {
            var store = new FileStore(folder.FullName);
            using (var made = SharedSegment.Create("test", 100, store))
            {
                using var opened = SharedSegment.Open(new(made.Key, made.Place, 0), "test", store);
                Write(made, 7);
                Assert.Equal(7, Read(opened));
                if (!OperatingSystem.IsWindows())
                    Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(made.Place));
            }
            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void FileStore_FileOfAProcessThatEnded_IsSwept()
    {
        var folder = Directory.CreateTempSubdirectory("shared-");
        try
        {
            var dead = new ProcessIdentity(ProcessIdentity.Current.Code + 1);
            File.WriteAllText(Path.Combine(folder.FullName, $"{dead.Code}.{0:x32}"), "left");
            using var made = SharedSegment.Create("test", 100, new FileStore(folder.FullName));
            Assert.Equal(made.Place, Assert.Single(folder.GetFiles()).FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static unsafe void Write(SharedSegment segment, byte value)
    {
        using var access = segment.Use();
        *access.Body = value;
    }

    static unsafe byte Read(SharedSegment segment)
    {
        using var access = segment.Use();
        return *access.Body;
    }
}
