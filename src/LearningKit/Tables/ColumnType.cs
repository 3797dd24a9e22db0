namespace LearningKit.Tables;

/// <summary>What the values of a column are.</summary>
public enum ColumnType
{
    /// <summary>Whole numbers of 64 bits, as <see cref="long"/>.</summary>
    Whole,

    /// <summary>Numbers with a fraction, as <see cref="double"/>.</summary>
    Number,

    /// <summary>Text; each different text is kept once.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date, or a date with a time of day, without a time zone, as <see cref="DateTime"/>.</summary>
    Time,
}
