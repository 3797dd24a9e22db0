using LearningKit.Exercises;

namespace LearningKit.Lessons.Tests.Exercises;

public class ExerciseTests
{
    sealed class Doubling() : Exercise<Func<int, int>>("99-doubling", "Double it", "Write a function that doubles.", "Add.", "x + x.")
    {
        protected override CheckResult Examine(Func<int, int> answer) =>
            answer(21) == 42 ? Passed("42 came back.") : NotYet($"{answer(21)} came back for 21.", "Is it twice as much?");
    }

    readonly Doubling exercise = new();

    public ExerciseTests() => Environment.SetEnvironmentVariable(ProgressFile.PathVariable, TestProgress.NewPath());

    ExerciseProgress Kept => ProgressFile.Default.Load().Progress.Of(exercise.Id);

    [Fact]
    public void Check_RightAnswer_PassesAndIsKept()
    {
        Assert.True(exercise.Check(x => 2 * x).Passed);
        Assert.NotNull(Kept.Passed);
        Assert.Equal(1, Kept.Attempts);
    }

    [Fact]
    public void Check_WrongAnswer_SaysWhatWasSeenAndHints()
    {
        var result = exercise.Check(x => x);
        Assert.Equal(CheckOutcome.NotYet, result.Outcome);
        Assert.Equal(["Double it: not yet", "21 came back for 21.", "Hint: Is it twice as much?"], result.ToText().Split(Environment.NewLine));
        Assert.Equal(1, Kept.Attempts);
    }

    [Fact]
    public void Check_Stub_IsUnsolvedAndCountsNoAttempt()
    {
        var results = new[]
        {
            exercise.Check(null),
            exercise.Check(_ => throw new NotImplementedException()),
            exercise.Check(_ => throw new AggregateException(new NotImplementedException())),
        };
        Assert.All(results, result => Assert.Equal(CheckOutcome.Unsolved, result.Outcome));
        Assert.All(results, result => Assert.Contains("still waits for your answer. Write a function that doubles.", result.Message));
        Assert.Equal(0, Kept.Attempts);
    }

    [Fact]
    public void Check_AnswerThrows_NamesTheException()
    {
        var result = exercise.Check(_ => throw new AggregateException(new InvalidOperationException("Nothing left.")));
        Assert.Equal(CheckOutcome.NotYet, result.Outcome);
        Assert.Contains("InvalidOperationException: Nothing left.", result.Message);
    }

    [Fact]
    public void Check_AfterPassing_CountsNoFurtherAttempt()
    {
        exercise.Check(x => x);
        exercise.Check(x => 2 * x);
        exercise.Check(x => x);
        Assert.Equal(2, Kept.Attempts);
        Assert.NotNull(Kept.Passed);
    }

    [Fact]
    public void Hint_AskedAgain_GivesOneMoreUntilAllAreGiven()
    {
        Assert.Equal(["Add."], exercise.Hint().Given);
        Assert.Equal(["Add.", "x + x."], exercise.Hint().Given);
        Assert.Equal(["Add.", "x + x."], exercise.Hint().Given);
        Assert.Equal(2, Kept.Hints);
    }

    [Fact]
    public void Solution_BeforePassing_StaysClosedAndSaysHowToOpenIt()
    {
        var solution = exercise.Solution();
        Assert.False(solution.IsOpen);
        Assert.Contains("Lesson99.Doubling.Solution(peek: true)", solution.ToText());
        Assert.Null(Kept.SolutionSeen);
    }

    [Fact]
    public void Solution_AfterPassing_IsTheTextThatTestsRun()
    {
        var real = Lesson00.LeastTime;
        Assert.True(real.Check((n, gigabytes) => 24.0 * n / (gigabytes * 1e9)).Passed);
        Assert.Equal(real.SolutionText, real.Solution().Code);
        Assert.Null(ProgressFile.Default.Load().Progress.Of(real.Id).SolutionSeen);
    }

    [Fact]
    public void Solution_Peeked_IsShownAndKeptOnRecord()
    {
        var real = Lesson00.LeastTime;
        Assert.True(real.Solution(peek: true).IsOpen);
        Assert.NotNull(ProgressFile.Default.Load().Progress.Of(real.Id).SolutionSeen);
        Assert.True(real.Check((n, gigabytes) => 24.0 * n / (gigabytes * 1e9)).Passed);
        Assert.NotNull(ProgressFile.Default.Load().Progress.Of(real.Id).SolutionSeen);
    }

    [Fact]
    public void Note_Html_EscapesWhatItTellsAndHoldsNoScript()
    {
        var html = new CheckResult("a<b", CheckOutcome.NotYet, "List<int> & \"more\"", "it's <here>").ToHtml();
        Assert.Contains("a&lt;b: not yet", html);
        Assert.Contains("List&lt;int&gt; &amp; &quot;more&quot;", html);
        Assert.Contains("it's &lt;here&gt;", html);
        Assert.DoesNotContain("<script", html);
    }

    [Fact]
    public void Guess_WithNumber_IsKeptAndComparedWithTheResult()
    {
        var guess = Guess.Ask("99-share", "How much?", "times", yours: 2);
        Assert.Contains("Your prediction: 2 times.", guess.ToText());
        Assert.Contains("You said 2 times: 4 times too little.", guess.Reveal(8).ToText());
        Assert.Equal(new(2, 8, "times"), ProgressFile.Default.Load().Progress.Predictions["99-share"]);
    }

    [Fact]
    public void Guess_WithoutNumber_SaysSoAndRevealsAllTheSame()
    {
        var guess = Guess.Ask("99-share", "How much?", "times", yours: null);
        Assert.Contains("No prediction made.", guess.ToText());
        Assert.Equal(["How much? 8 times.", "No prediction made."], guess.Reveal(8).ToText().Split(Environment.NewLine));
        Assert.False(File.Exists(ProgressFile.Default.Path));
    }

    [Theory]
    [InlineData(8, 8, "close")]
    [InlineData(9, 8, "close")]
    [InlineData(0, 8, "8 too little")]
    [InlineData(16, 8, "2 times too much")]
    [InlineData(3, 0, "3 too much")]
    public void Reveal_TellsHowFarOff(double guess, double result, string verdict) =>
        Assert.Contains(verdict, Guess.Ask("99-share", "How much?", "times", guess).Reveal(result).ToText());

    [Fact]
    public void Claim_ThatFails_ThrowsTheSentence()
    {
        Assert.True(Claim.That(true, "One is one.").Holds);
        Assert.Contains("One is two.", Assert.Throws<ClaimFailedException>(() => Claim.That(false, "One is two.")).Message);
        Assert.Contains("Not seen in this run: It was faster.", Claim.Seen(false, "It was faster.").ToText());
    }
}
