using LearningKit.Exercises;

namespace LearningKit.Lessons.Tests.Exercises;

public class ProgressFileTests
{
    readonly ProgressFile file = new(TestProgress.NewPath());

    [Fact]
    public void Load_NoFile_IsEmptyAndWritesNothing()
    {
        var loaded = file.Load();
        Assert.Empty(loaded.Progress.Exercises);
        Assert.Null(loaded.Notice);
        Assert.False(File.Exists(file.Path));
    }

    [Fact]
    public void Update_Twice_KeepsBoth()
    {
        file.Update(progress => progress.With("02-a", own => own with { Hints = 2 }));
        file.Update(progress => progress.With("02-b", own => own with { Attempts = 3 }));
        file.Update(progress => progress.With("02-c", new PredictionRecord(1.5, 2.5, "times")));

        var progress = new ProgressFile(file.Path).Load().Progress;
        Assert.Equal(2, progress.Of("02-a").Hints);
        Assert.Equal(3, progress.Of("02-b").Attempts);
        Assert.Equal(new(1.5, 2.5, "times"), progress.Predictions["02-c"]);
        Assert.Equal(Environment.UserName, progress.Learner);
    }

    [Theory]
    [InlineData("{ \"exercises\": ")]
    [InlineData("null")]
    [InlineData("{ \"version\": 99 }")]
    public void Update_BrokenFile_SetsItAsideAndSaysSo(string broken)
    {
        File.WriteAllText(file.Path, broken);

        var update = file.Update(progress => progress.With("02-a", own => own with { Hints = 1 }));

        Assert.Contains("set aside", update.Notice);
        var aside = Directory.GetFiles(Path.GetDirectoryName(file.Path)!, Path.GetFileName(file.Path) + ".broken-*").Single();
        Assert.Equal(broken, File.ReadAllText(aside));
        Assert.Equal(1, file.Load().Progress.Of("02-a").Hints);
    }

    [Fact]
    public void Update_FolderMissing_GoesOnAndSaysWhatToDo()
    {
        var nowhere = new ProgressFile(Path.Combine(file.Path, "missing", "progress.json"));
        var update = nowhere.Update(progress => progress.With("02-a", own => own with { Hints = 1 }));
        Assert.Contains(ProgressFile.PathVariable, update.Notice);
        Assert.Equal(1, update.Progress.Of("02-a").Hints);
    }

    [Fact]
    public void Update_ManyAtOnce_LosesNone()
    {
        const int writers = 8, rounds = 10;
        var threads = Enumerable.Range(0, writers).Select(_ => new Thread(() =>
        {
            for (var round = 0; round < rounds; round++)
                new ProgressFile(file.Path).Update(progress => progress.With("02-a", own => own with { Attempts = own.Attempts + 1 }));
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(writers * rounds, file.Load().Progress.Of("02-a").Attempts);
    }
}
