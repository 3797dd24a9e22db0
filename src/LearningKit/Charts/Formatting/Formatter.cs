namespace LearningKit.Charts.Formatting;

/// <summary>Writes values of one type in one form. Names and shapes of its members are the convention of <see cref="TypeFormatterSourceAttribute"/>.</summary>
/// <typeparam name="T">The type that is shown.</typeparam>
/// <param name="mimeType">The form.</param>
/// <param name="write">Writes a value in that form.</param>
sealed class Formatter<T>(string mimeType, Action<T, TextWriter> write)
{
    /// <summary>The form that this formatter writes.</summary>
    public string MimeType => mimeType;

    /// <summary>Writes the value; false when it is of another type.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value) return false;
        write(value, writer);
        return true;
    }
}
