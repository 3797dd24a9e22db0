using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace LearningKit.Tables.Csv;

/// <summary>Reads one field of each row into a column.</summary>
abstract class FieldReader
{
    /// <summary>Reads a field. False when it does not fit.</summary>
    public abstract bool TryRead(CsvReader csv, int field);

    public abstract Column Build();

    public static FieldReader For(CsvColumn column, CsvFormat format)
    {
        var missing = new MissingWords(format.Missing);
        return column.Type switch
        {
            ColumnType.Whole => new WholeReader(column.Name, missing),
            ColumnType.Number => new NumberReader(column.Name, missing, format.DecimalComma),
            ColumnType.Boolean => new BooleanReader(column.Name, missing),
            ColumnType.Time => new TimeReader(column.Name, missing),
            _ => new TextReader(column.Name, missing),
        };
    }

    abstract class ValueReader<T>(string name, MissingWords missing) : FieldReader
        where T : unmanaged
    {
        readonly ValueBuilder<T> values = new(name);

        public override bool TryRead(CsvReader csv, int field)
        {
            var text = csv.GetSpan(field);
            if (missing.Contains(text)) values.AddMissing();
            else if (TryParse(text, out var value)) values.Add(value);
            else return false;
            return true;
        }

        public override Column Build() => values.Build();

        protected abstract bool TryParse(ReadOnlySpan<byte> text, out T value);
    }

    sealed class WholeReader(string name, MissingWords missing) : ValueReader<long>(name, missing)
    {
        protected override bool TryParse(ReadOnlySpan<byte> text, out long value) => ValueText.TryWhole(text, out value);
    }

    sealed class NumberReader(string name, MissingWords missing, bool decimalComma) : ValueReader<double>(name, missing)
    {
        protected override bool TryParse(ReadOnlySpan<byte> text, out double value) => ValueText.TryNumber(text, decimalComma, out value);
    }

    sealed class BooleanReader(string name, MissingWords missing) : ValueReader<bool>(name, missing)
    {
        protected override bool TryParse(ReadOnlySpan<byte> text, out bool value) => ValueText.TryBoolean(text, out value);
    }

    sealed class TimeReader(string name, MissingWords missing) : ValueReader<DateTime>(name, missing)
    {
        protected override bool TryParse(ReadOnlySpan<byte> text, out DateTime value) => ValueText.TryTime(text, out value);
    }

    sealed class TextReader(string name, MissingWords missing) : FieldReader
    {
        readonly TextBuilder texts = new(name);

        public override bool TryRead(CsvReader csv, int field)
        {
            var text = csv.GetSpan(field);
            if (missing.Contains(text) && !MissingWords.IsQuoted(csv, field)) texts.AddMissing();
            else if (!texts.TryAdd(text))
            {
                if (!Utf8.IsValid(text)) return false;
                texts.Add(Encoding.UTF8.GetString(text));
            }
            return true;
        }

        public override Column Build() => texts.Build();
    }
}
