using System.Text.Json;
using LearningKit.Notebooks.Python;

namespace LearningKit.Notebooks.Magics;

/// <summary>Sets a variable in the language of the lines around.</summary>
sealed class SetMagic : Magic
{
    public override string Name => "set";

    public override string Summary => "Sets a variable to a text, to JSON, or to a variable of the other language.";

    public override string Usage =>
        """
        #!set --name url --value https://example.org
        #!set --name words --value "two words"
        #!set --name sizes --value [100, 1000, 10000]
        #!set --name samples --value @python:samples
        #!set --name count --value 12 --mime-type application/json

        A value is text, unless it begins with { or [ or the mime type is JSON. @python:name and @csharp:name copy a variable,
        as #!share does; @input:"Question" and @password:"Question" ask the person at the keyboard.
        """;

    public override bool TakesBody => false;

    public override void Run(MagicCall call)
    {
        var options = new MagicOptions(call, "--name", "--value", "--mime-type");
        if (options.Words is [var extra, ..]) throw options.Wrong($"'{extra}' belongs to no option. A text with blanks needs quotes.");
        var (name, value) = (options.Required("--name"), options.Required("--value"));
        var language = Variables.Language(call.Segment.Language);
        var variables = new Variables(call);
        if (value is ['@', .. var reference] && reference.Split(':', 2) is [var source, var rest])
        {
            if (source is "input" or "password") variables.Set(language, name, call.Cell.Ask(new(rest, source == "password")), typeof(string));
            else variables.Copy(Variables.Language(source), rest, language, name);
        }
        else if (IsJson(options["--mime-type"], value, options))
        {
            var (parsed, type) = Parse(value, options);
            variables.Set(language, name, parsed, type);
        }
        else variables.Set(language, name, value, typeof(string));
    }

    static bool IsJson(string? mimeType, string value, MagicOptions options) => mimeType switch
    {
        null => value is ['{' or '[', ..],
        MimeBundle.Json => true,
        MimeBundle.Plain => false,
        _ => throw options.Wrong($"The mime type {mimeType} is not known here: text/plain or application/json."),
    };

    static (object? Value, Type Type) Parse(string json, MagicOptions options)
    {
        try
        {
            return ValueReader.OfJson(JsonSerializer.Deserialize<JsonElement>(json));
        }
        catch (JsonException)
        {
            throw options.Wrong($"The value is no JSON: {json}");
        }
    }
}
