using System.Reflection;
using System.Text.RegularExpressions;
using LearningKit.Exercises;

namespace LearningKit.Lessons.Tests.Exercises;

public class ExerciseCatalogTests
{
    public static TheoryData<string> Ids => [.. ExerciseCatalog.All.Select(exercise => exercise.Id)];

    [Fact]
    public void Ids_AreUniqueAndInOrder()
    {
        var ids = ExerciseCatalog.All.Select(exercise => exercise.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(ids.OrderBy(id => id[..2], StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches(new Regex("^[0-9]{2}(-[a-z0-9]+)+$"), id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Exercise_IsReachableByItsCodeName(string id)
    {
        var exercise = ExerciseCatalog.Find(id);
        var names = exercise.CodeName.Split('.');
        var property = typeof(Exercise).Assembly.GetType($"LearningKit.Exercises.{names[0]}")?.GetProperty(names[1], BindingFlags.Public | BindingFlags.Static);
        Assert.Same(exercise, property?.GetValue(null));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Exercise_HasASolutionAndAtLeastTwoHints(string id)
    {
        var exercise = ExerciseCatalog.Find(id);
        Assert.NotEmpty(exercise.SolutionText);
        Assert.True(exercise.Hints.Count >= 2);
    }

    [Fact]
    public void Find_UnknownId_ListsThoseThatExist() =>
        Assert.Contains("There is no exercise '99-none'", Assert.Throws<ArgumentException>(() => ExerciseCatalog.Find("99-none")).Message);
}
