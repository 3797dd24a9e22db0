using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>A file, or the text files of a folder one after the other, as one long run of bytes that can be cut between words.</summary>
/// <remarks>A UTF-8 byte order mark at the start of a file is not part of the text. The end of a file ends a word.</remarks>
static class TextFiles
{
    static readonly string[] endings = [".txt", ".md", ".xml"];

    /// <summary>The whole of <paramref name="path"/>, or of its text files by name: .txt, .md and .xml, folders within included.</summary>
    /// <exception cref="FileNotFoundException">There is neither a file nor a folder of that name, or the folder holds no text.</exception>
    public static IReadOnlyList<FileRange> Open(string path)
    {
        if (File.Exists(path)) return [Whole(path)];
        if (!Directory.Exists(path))
            throw new FileNotFoundException($"There is no file or folder '{path}' to count words in.", path);
        FileRange[] files =
        [
            .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .Select(Whole),
        ];
        return files.Length > 0
            ? files
            : throw new FileNotFoundException($"The folder '{path}' holds no file that ends in {string.Join(", ", endings)}.", path);
    }

    static FileRange Whole(string path)
    {
        using var file = File.OpenHandle(path);
        Span<byte> start = stackalloc byte[3];
        var read = RandomAccess.Read(file, start, 0);
        var marked = start[..read].SequenceEqual("\uFEFF"u8);
        return new(path, marked ? 3 : 0, RandomAccess.GetLength(file));
    }

    /// <summary>
    /// The first <paramref name="bytes"/> bytes of the files; a shorter text is read again from its beginning.
    /// The last word is kept whole.
    /// </summary>
    public static IReadOnlyList<FileRange> Take(IReadOnlyList<FileRange> files, long bytes)
    {
        var taken = new List<FileRange>();
        if (files.Sum(file => file.Length) == 0) return taken;
        for (var i = 0; bytes > 0; i = (i + 1) % files.Count)
        {
            var file = files[i];
            taken.Add(bytes < file.Length ? file with { End = WordEnd(file, file.Start + bytes) } : file);
            bytes -= file.Length;
        }
        return taken;
    }

    /// <summary>Cuts the files into at most <paramref name="parts"/> parts of about the same number of bytes, between words.</summary>
    public static IReadOnlyList<TextPart> Divide(IReadOnlyList<FileRange> files, int parts)
    {
        var cuts = IndexRange.Divide(files.Sum(file => file.Length), parts);
        var divided = new List<TextPart>();
        var ranges = new List<FileRange>();
        var (next, passed) = (0, 0L);
        foreach (var file in files)
        {
            var start = file.Start;
            for (; next < cuts.Count && cuts[next].End <= passed + file.Length; next++)
            {
                var end = WordEnd(file, file.Start + cuts[next].End - passed);
                Add(file with { Start = start, End = end });
                start = Math.Max(start, end);
                Close();
            }
            Add(file with { Start = start });
            passed += file.Length;
        }
        Close();
        return divided;

        void Add(FileRange range)
        {
            if (range.Length > 0) ranges.Add(range);
        }

        void Close()
        {
            if (ranges.Count == 0) return;
            divided.Add(new([.. ranges]));
            ranges.Clear();
        }
    }

    /// <summary>The position of the first separator from <paramref name="position"/> on, or the end of the file.</summary>
    static long WordEnd(FileRange file, long position)
    {
        Span<byte> buffer = stackalloc byte[512];
        using var handle = File.OpenHandle(file.Path);
        while (position < file.End)
        {
            var read = RandomAccess.Read(handle, buffer[..(int)Math.Min(buffer.Length, file.End - position)], position);
            if (read == 0) break;
            var found = buffer[..read].IndexOfAnyInRange((byte)0, WordCount.LastSeparator);
            if (found >= 0) return position + found;
            position += read;
        }
        return file.End;
    }
}
