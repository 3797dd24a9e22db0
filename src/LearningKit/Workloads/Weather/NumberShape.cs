namespace LearningKit.Workloads;

/// <summary>One of the four shapes in which a temperature ends a row, as masks over the row's last eight bytes.</summary>
/// <param name="Length">The bytes of comma and number.</param>
/// <param name="Pattern">The comma, sign and point where they stand, '0' where a digit stands.</param>
/// <param name="Checked">After xor with the pattern, these bits must be zero: all of comma, sign and point, the high half of a digit.</param>
/// <param name="Above9">Added to a digit's value, carries into its high half when the value is above 9.</param>
readonly record struct NumberShape(int Length, ulong Pattern, ulong Checked, ulong Above9)
{
    /// <summary>The shapes, at index 2 x (has tens) + (is negative).</summary>
    public static readonly NumberShape[] All = [Of(",0.0"), Of(",-0.0"), Of(",00.0"), Of(",-00.0")];

    static NumberShape Of(string shape)
    {
        var (pattern, check, above) = (0UL, 0UL, 0UL);
        for (var i = 0; i < shape.Length; i++)
        {
            var shift = 8 * (8 - shape.Length + i);
            pattern |= (ulong)shape[i] << shift;
            check |= (shape[i] == '0' ? 0xF0UL : 0xFFUL) << shift;
            above |= (shape[i] == '0' ? 6UL : 0UL) << shift;
        }
        return new(shape.Length, pattern, check, above);
    }
}
