using System.Text.Json;
using CsvHelper;
using LearningKit.Data;

namespace LearningKit.Measuring;

/// <summary>
/// Studies as CSV files: two comment lines with the machine and the study as JSON, a header, and one row a sample. The rows
/// of the serial version name it as their engine.
/// </summary>
static class StudyCsv
{
    const string MachinePrefix = "# machine: ";
    const string StudyPrefix = "# study: ";

    static readonly CsvWriterOptions writing = new() { CommentPrefix = '#', NewLine = "\n" };

    static readonly CsvReaderOptions reading = new()
    {
        CommentPrefix = '#',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    public static void Write(StudyResult study, string path)
    {
        var header = new Header(study.Workload, study.Description, study.SizeMeaning, study.Size, study.Seed, study.Kind);
        var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, writing, leaveOpen: true))
        {
            csv.WriteComment(MachinePrefix[1..] + JsonSerializer.Serialize(study.Machine, MeasuringJson.Compact));
            csv.WriteComment(StudyPrefix[1..] + JsonSerializer.Serialize(header, MeasuringJson.Compact));
            csv.WriteRecords(Rows(new(StudyResult.SerialName, 1, study.Size, study.Serial)).Concat(study.Points.SelectMany(Rows)));
        }
        AtomicFile.Write(path, text.ToString());
    }

    public static StudyResult Read(string path)
    {
        var text = File.ReadAllText(path);
        var lines = text.Split('\n', 3);
        var machine = Comment<MachineCard>(lines.ElementAtOrDefault(0), MachinePrefix, path, line: 1);
        var header = Comment<Header>(lines.ElementAtOrDefault(1), StudyPrefix, path, line: 2);
        StudyPoint[] points = [.. ReadRows(text, path).GroupBy(row => (row.Name, row.Engine, row.Workers, row.Size)).Select(ToPoint)];
        return new StudyResult
        {
            Workload = header.Workload,
            Description = header.Description,
            SizeMeaning = header.SizeMeaning,
            Size = header.Size,
            Seed = header.Seed,
            Kind = header.Kind,
            Machine = machine,
            Serial = points.FirstOrDefault(point => point.Engine == StudyResult.SerialName)?.Timing
                ?? throw new InvalidDataException($"'{path}' has no row whose engine is '{StudyResult.SerialName}': the baseline is missing."),
            Points = [.. points.Where(point => point.Engine != StudyResult.SerialName)],
        }.Checked(path);
    }

    static IEnumerable<StudyRow> Rows(StudyPoint point)
    {
        var timing = point.Timing;
        if (timing.ColdSeconds is { } cold) yield return Row(StudyPhase.Cold, cold, calls: 1);
        foreach (var seconds in timing.WarmUp) yield return Row(StudyPhase.WarmUp, seconds, calls: 1);
        foreach (var seconds in timing.Seconds) yield return Row(StudyPhase.Sample, seconds, timing.CallsPerSample);

        StudyRow Row(StudyPhase phase, double seconds, int calls) =>
            new(timing.Name, point.Engine, point.Workers, point.Size, phase, seconds, calls, timing.IsStable);
    }

    static StudyPoint ToPoint(IGrouping<(string Name, string Engine, int Workers, long Size), StudyRow> rows)
    {
        var phases = rows.ToLookup(row => row.Phase);
        return new(rows.Key.Engine, rows.Key.Workers, rows.Key.Size, new()
        {
            Name = rows.Key.Name,
            ColdSeconds = phases[StudyPhase.Cold].Select(row => (double?)row.Seconds).FirstOrDefault(),
            WarmUp = [.. phases[StudyPhase.WarmUp].Select(row => row.Seconds)],
            Seconds = [.. phases[StudyPhase.Sample].Select(row => row.Seconds)],
            CallsPerSample = phases[StudyPhase.Sample].Select(row => row.Calls).FirstOrDefault(1),
            IsStable = rows.First().Stable,
        });
    }

    static T Comment<T>(string? text, string prefix, string path, int line)
    {
        try
        {
            if (text?.StartsWith(prefix, StringComparison.Ordinal) == true)
                return JsonSerializer.Deserialize<T>(text[prefix.Length..], MeasuringJson.Compact) ?? throw new JsonException("it is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' line {line} is damaged after '{prefix.Trim()}': {e.Message}", e);
        }
        throw new InvalidDataException($"'{path}' is not a study: line {line} should begin with '{prefix.Trim()}'. Studies are written by 'kit study' and StudyResult.WriteCsv.");
    }

    static List<StudyRow> ReadRows(string text, string path)
    {
        try
        {
            using var csv = CsvReader.FromText(text, reading);
            return [.. csv.GetRecords<StudyRow>()];
        }
        catch (CsvFormatException e)
        {
            throw new InvalidDataException($"'{path}' line {e.LineNumber} is not a row of a study: {(e.InnerException ?? e).Message}", e);
        }
        catch (KeyNotFoundException e)
        {
            throw new InvalidDataException($"'{path}' lacks a column: {e.Message}", e);
        }
    }

    sealed record Header(string Workload, string Description, string SizeMeaning, long Size, int Seed, ScalingKind Kind);
}
