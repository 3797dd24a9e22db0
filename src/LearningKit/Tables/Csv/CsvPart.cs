using CsvHelper;

namespace LearningKit.Tables.Csv;

/// <summary>Some whole rows of a CSV file, to be read wherever the file can be seen. It holds names and numbers only, so it travels.</summary>
public sealed record CsvPart
{
    internal CsvPart(CsvSource source, CsvFormat format, IReadOnlyList<CsvColumn> columns, int fields) =>
        (Source, Format, Columns, Fields) = (source, format, columns, fields);

    /// <summary>The columns that will be read, with their types: the same for all parts of a file.</summary>
    public IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>How many bytes of the file the part holds.</summary>
    public long Bytes => Source.End - Source.Start;

    /// <summary>The first of its bytes in the file.</summary>
    public long Start => Source.Start;

    internal CsvSource Source { get; init; }

    internal CsvFormat Format { get; }

    /// <summary>How many fields each row has.</summary>
    internal int Fields { get; }

    /// <inheritdoc cref="CsvFile.Read"/>
    public Table Read()
    {
        var readers = Columns.Select(column => FieldReader.For(column, Format)).ToArray();
        using var csv = Source.Open(Format);
        try
        {
            while (csv.Read())
            {
                if (csv.FieldCount != Fields) throw Fault.Length(this, csv.RowNumber, csv.FieldCount);
                for (var i = 0; i < readers.Length; i++)
                {
                    if (!readers[i].TryRead(csv, Columns[i].Field)) throw Fault.Value(this, csv.RowNumber, Columns[i], csv.GetString(Columns[i].Field), csv.GetSpan(Columns[i].Field));
                }
            }
        }
        catch (CsvFormatException e)
        {
            throw Fault.Quotes(this, e);
        }
        return new(readers.Select(reader => reader.Build()));
    }
}
