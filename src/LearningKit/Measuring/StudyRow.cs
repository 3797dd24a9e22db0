using CsvHelper;

namespace LearningKit.Measuring;

/// <summary>One row of a study's CSV file: one call or sample.</summary>
[CsvRecord]
sealed partial record StudyRow(
    [property: CsvColumn("name")] string Name,
    [property: CsvColumn("engine")] string Engine,
    [property: CsvColumn("workers")] int Workers,
    [property: CsvColumn("size")] long Size,
    [property: CsvColumn("phase")] StudyPhase Phase,
    [property: CsvColumn("seconds")] double Seconds,
    [property: CsvColumn("calls")] int Calls,
    [property: CsvColumn("stable")] bool Stable);

/// <summary>When in a measurement a call was made.</summary>
enum StudyPhase
{
    /// <summary>The first call.</summary>
    Cold,

    /// <summary>A call before the time was stable.</summary>
    WarmUp,

    /// <summary>A sample.</summary>
    Sample,
}
