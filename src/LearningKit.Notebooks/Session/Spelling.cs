namespace LearningKit.Notebooks;

/// <summary>Finds the name that may have been meant.</summary>
static class Spelling
{
    /// <summary>The nearest of some names; null if none is near: one wrong letter in a short name, two in a longer one.</summary>
    /// <param name="written">The name as it was written.</param>
    /// <param name="names">What there is.</param>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        var most = written.Length < 3 ? 0 : written.Length < 6 ? 1 : 2;
        return names
            .Where(name => Math.Abs(name.Length - written.Length) <= most)
            .Select(name => (Name: name, Distance: Distance(name, written)))
            .Where(found => found.Distance <= most)
            .OrderBy(found => found.Distance)
            .ThenBy(found => found.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;
    }

    // How many letters must be changed, added or dropped, upper case or lower (Levenshtein).
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[b.Length];
    }
}
