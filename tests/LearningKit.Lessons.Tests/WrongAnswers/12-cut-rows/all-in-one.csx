// expect: The pieces are to be about equally long
IReadOnlyList<string> CutRows(string text, int parts) => [text];
