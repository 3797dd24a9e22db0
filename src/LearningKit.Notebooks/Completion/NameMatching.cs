namespace LearningKit.Notebooks.Completion;

/// <summary>Finds out how well names answer to what was typed.</summary>
static class NameMatching
{
    const int ShortestInside = 3;

    /// <summary>Compares a name with what was typed.</summary>
    public static NameMatch Of(string name, string typed) =>
        name.StartsWith(typed, StringComparison.Ordinal) ? NameMatch.Exact
        : name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? NameMatch.IgnoringCase
        : MatchesHumps(name, typed) ? NameMatch.Humps
        : typed.Length >= ShortestInside && name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? NameMatch.Inside
        : NameMatch.None;

    // The first letters agree; each further one goes on in the word of the one before it or else begins a later word.
    static bool MatchesHumps(string name, string typed)
    {
        if (name.Length == 0 || !Same(name[0], typed[0])) return false;
        var at = 1;
        foreach (var letter in typed.AsSpan(1))
        {
            if (at < name.Length && !Same(name[at], letter))
                do at++;
                while (at < name.Length && !(char.IsUpper(name[at]) && Same(name[at], letter)));
            if (at >= name.Length) return false;
            at++;
        }
        return true;
    }

    static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
