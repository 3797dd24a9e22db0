namespace LearningKit.Exercises;

/// <summary>Five benchmarks run in the lesson, and each draws a wrong conclusion: the learner names the flaw of each.</summary>
public sealed class FiveBenchmarks() : LabelExercise<Flaw>(
    id: "02-five-benchmarks",
    title: "Find what is wrong in five benchmarks",
    task: "Give each of the benchmarks A to E the one flaw that makes its conclusion worthless.",
    right: new Dictionary<string, (Flaw, string)>
    {
        ["A"] = (Flaw.ColdRun, "In A both sides are the same method. What did the first call have to do that the second did not?"),
        ["B"] = (Flaw.ResultNotUsed, "In B, ask when a LINQ query does its work. Who asks this one for a result?"),
        ["C"] = (Flaw.WeakBaseline, "In C the parallel side uses another algorithm. How fast is that algorithm on one thread?"),
        ["D"] = (Flaw.DifferentAnswers, "In D, compare the two sums before you compare the times: 1,000,003 numbers do not fall into 4 equal parts."),
        ["E"] = (Flaw.OneSample, "In E everything is warm and both sides do the same. How far apart would two runs of one side be?"),
    },
    praise: "All five flaws are named. Each of them has been printed in a paper or a blog.",
    hints:
    [
        "Two of the five go wrong before any clock is read: look at what is compared, not at how it is timed.",
        "Print the answers of both sides of every benchmark. Which benchmark has no answer to print? Which has two different ones?",
        "Swap the order of the two sides in A. Run E three times. What do the conclusions do?",
    ]);
