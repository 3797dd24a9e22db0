using System.Text.Json;
using LearningKit.Data;

namespace LearningKit.Measuring;

/// <summary>Studies as JSON files.</summary>
static class StudyJson
{
    public static void Save(StudyResult study, string path) => AtomicFile.Write(path, JsonSerializer.Serialize(study, MeasuringJson.Indented));

    public static StudyResult Load(string path)
    {
        try
        {
            var study = JsonSerializer.Deserialize<StudyResult>(File.ReadAllText(path), MeasuringJson.Indented);
            return study?.Checked(path) ?? throw new JsonException("It holds null.");
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $" at line {line + 1}" : "";
            throw new InvalidDataException($"'{path}' is not a study{place}: {e.Message} Studies are written by 'kit study' and StudyResult.Save.", e);
        }
    }
}
