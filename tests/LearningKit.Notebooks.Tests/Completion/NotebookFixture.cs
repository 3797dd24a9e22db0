namespace LearningKit.Notebooks.Tests.Completion;

/// <summary>A session in which a few cells have run, for tests that only ask.</summary>
public sealed class NotebookFixture : IAsyncLifetime
{
    public CSharpSession Session { get; } = new();

    public async Task InitializeAsync()
    {
        string[] cells =
        [
            "using System.Diagnostics;",
            """
            /// <summary>Counts words.</summary>
            /// <param name="text">Where they stand.</param>
            /// <returns>How many there are.</returns>
            int CountWords(string text, int atLeast = 1) => text.Split(' ').Count(word => word.Length >= atLeast);

            record Person(string Name, int Age) { public string Nick { get; set; } = ""; public required int Size { get; init; } }
            enum Colour { Red, Green, Blue }
            enum Shape { Round }
            class Hidden { int secret; public int Shown; }
            class Paint { public Colour Colour { get; set; } static public void Mix(Colour first, Shape second) { } }
            """,
            "var numbers = new List<int> { 1, 2, 3 };\nvar words = \"one two\";\nint? maybe = 4;\nconst int Limit = 12;\nvar person = new Person(\"Ada\", 36) { Size = 1 };",
            "#!library\nnamespace Tools;\npublic static class Extra\n{\n/// <summary>Twice as much.</summary>\npublic static int Doubled(this int number) => 2 * number; }",
            "using Tools;",
        ];
        foreach (var cell in cells)
        {
            var result = await Session.ExecuteAsync(cell.ReplaceLineEndings("\n"));
            Assert.True(result.Succeeded, result.Error?.ToString());
        }
    }

    public async Task DisposeAsync() => await Session.DisposeAsync();
}
