using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace LearningKit.Charts;

/// <summary>Text inside HTML.</summary>
static class Html
{
    static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text as it stands between tags or inside a quoted attribute.</summary>
    public static string Escape(string text) => encoder.Encode(text);

    /// <summary>
    /// A script that may stand inside a script element whatever it holds: the three sequences by which a browser's
    /// parser leaves or nests scripts are written with an escape that strings and regular expressions read alike
    /// (HTML standard, "Restrictions for contents of script elements").
    /// </summary>
    public static string InlineScript(string script) => script
        .Replace("<!--", "\\x3C!--", StringComparison.Ordinal)
        .Replace("<script", "\\x3Cscript", StringComparison.OrdinalIgnoreCase)
        .Replace("</script", "\\x3C/script", StringComparison.OrdinalIgnoreCase);
}
