namespace LearningKit.Notebooks.Documents.Json;

/// <summary>Reads JSON (RFC 8259) without losing a character.</summary>
ref struct JsonReader
{
    const int MaximalDepth = 500;

    readonly string text;
    readonly string name;
    int position;
    int depth;

    JsonReader(string text, string name) => (this.text, this.name) = (text, name);

    /// <summary>Reads one value that fills the whole text, without white space around it.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="name">What is read, for messages.</param>
    /// <exception cref="NotebookFormatException">The text is not JSON; the message says where.</exception>
    public static JsonSyntax Read(string text, string name) => ReadDocument(text, name).Value;

    /// <summary>Reads a document: one value with white space around it.</summary>
    /// <inheritdoc cref="Read"/>
    public static (string Before, JsonSyntax Value, string After) ReadDocument(string text, string name)
    {
        var reader = new JsonReader(text, name);
        var before = reader.Space();
        var value = reader.Value();
        var after = reader.Space();
        if (reader.position < text.Length) throw reader.Error("the end of the file");
        return (before, value, after);
    }

    readonly char Next => position < text.Length ? text[position] : '\0';

    string Space()
    {
        var start = position;
        while (position < text.Length && text[position] is ' ' or '\t' or '\n' or '\r') position++;
        return text[start..position];
    }

    JsonSyntax Value() => Next switch
    {
        '{' => Object(),
        '[' => Array(),
        '"' => new JsonScalarSyntax(String()),
        '-' or (>= '0' and <= '9') => new JsonScalarSyntax(Number()),
        't' => Word("true"),
        'f' => Word("false"),
        'n' => Word("null"),
        _ => throw Error("a value"),
    };

    JsonObjectSyntax Object()
    {
        Enter();
        var space = Space();
        if (TryTake('}')) { depth--; return new(space); }
        var result = new JsonObjectSyntax();
        while (true)
        {
            if (Next != '"') throw Error("a key in double quotes");
            var key = String();
            var beforeColon = Space();
            if (!TryTake(':')) throw Error("':'");
            var afterColon = Space();
            var value = Value();
            result.Members.Add(new(space, key, beforeColon, afterColon, value, Space()));
            if (TryTake('}')) { depth--; return result; }
            if (!TryTake(',')) throw Error("',' or '}'");
            space = Space();
        }
    }

    JsonArraySyntax Array()
    {
        Enter();
        var space = Space();
        if (TryTake(']')) { depth--; return new(space); }
        var result = new JsonArraySyntax();
        while (true)
        {
            var value = Value();
            result.Items.Add(new(space, value, Space()));
            if (TryTake(']')) { depth--; return result; }
            if (!TryTake(',')) throw Error("',' or ']'");
            space = Space();
        }
    }

    string String()
    {
        var start = position++;
        while (true)
        {
            var c = Next;
            if (position >= text.Length) throw Error("the closing quote of a string");
            if (c < ' ') throw Error("an escape: a string may not hold a line end or another control character");
            position++;
            if (c == '"') return text[start..position];
            if (c == '\\') Escape();
        }
    }

    void Escape()
    {
        if (Next == 'u')
        {
            position++;
            for (var i = 0; i < 4; i++, position++)
                if (!char.IsAsciiHexDigit(Next)) throw Error("four hexadecimal digits after \\u");
            return;
        }
        if (!"\"\\/bfnrt".Contains(Next)) throw Error("one of \" \\ / b f n r t u after a backslash");
        position++;
    }

    string Number()
    {
        var start = position;
        TryTake('-');
        if (!TryTake('0')) Digits();
        if (TryTake('.')) Digits();
        if (TryTake('e') || TryTake('E'))
        {
            if (!TryTake('+')) TryTake('-');
            Digits();
        }
        return text[start..position];
    }

    void Digits()
    {
        if (!char.IsAsciiDigit(Next)) throw Error("a digit");
        while (char.IsAsciiDigit(Next)) position++;
    }

    JsonScalarSyntax Word(string word)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0) throw Error("a value");
        position += word.Length;
        return new(word);
    }

    bool TryTake(char c)
    {
        if (Next != c || position >= text.Length) return false;
        position++;
        return true;
    }

    void Enter()
    {
        position++;
        if (++depth > MaximalDepth) throw Error($"no more than {MaximalDepth} levels of nesting");
    }

    readonly NotebookFormatException Error(string expected)
    {
        var line = text.AsSpan(0, position).Count('\n') + 1;
        var column = position - (position == 0 ? -1 : text.LastIndexOf('\n', position - 1));
        var found = position >= text.Length ? "the file ends" : $"there is '{text[position]}'";
        return new($"{name}, line {line}, column {column}: this is not JSON. Expected {expected}, but {found}.");
    }
}
