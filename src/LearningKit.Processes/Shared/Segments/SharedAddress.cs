using System.Globalization;

namespace LearningKit.Processes.Segments;

/// <summary>What another process of this machine opens a segment by.</summary>
/// <param name="Key">128 random bits that stand in the segment itself: a place that holds something else by now is found out.</param>
/// <param name="Place">Where it is; what that means depends on the system: see the kinds of <see cref="SegmentStore"/>.</param>
/// <param name="Side">Which of several objects in one segment: the ends of a pipe are 0 and 1.</param>
readonly record struct SharedAddress(UInt128 Key, string Place, int Side)
{
    const string Scheme = "shared-1";

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}/{Key:x32}/{Side}/{Place}";

    /// <exception cref="FormatException">The text is no address.</exception>
    public static SharedAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/', 4) is [Scheme, var key, var side, var place]
            && UInt128.TryParse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(side, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            ? new(number, place, which)
            : throw new FormatException($"'{text}' is no address of something that processes share. Addresses come from the property Address, and are sent as they are.");
    }
}
