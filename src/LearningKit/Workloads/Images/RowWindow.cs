namespace LearningKit.Workloads;

/// <summary>Three neighbouring rows of a texture, each with its first and last pixel repeated, as a window that moves down.</summary>
sealed class RowWindow(int width)
{
    readonly byte[][] rows = [new byte[width + 2], new byte[width + 2], new byte[width + 2]];
    Texture? texture;
    int y;

    public ReadOnlySpan<byte> Above => rows[0];

    public ReadOnlySpan<byte> Row => rows[1];

    public ReadOnlySpan<byte> Below => rows[2];

    /// <summary>Makes the rows around <paramref name="newY"/>; of neighbouring windows, only the row that is new.</summary>
    public void MoveTo(Texture newTexture, int newY)
    {
        if (newTexture.Equals(texture) && newY == y + 1)
        {
            (rows[0], rows[1], rows[2]) = (rows[1], rows[2], rows[0]);
            Make(newTexture, newY + 1, rows[2]);
        }
        else
        {
            for (var i = 0; i < 3; i++) Make(newTexture, newY + i - 1, rows[i]);
        }
        (texture, y) = (newTexture, newY);
    }

    static void Make(Texture texture, int y, byte[] row)
    {
        texture.RenderRow(Math.Clamp(y, 0, texture.Height - 1), row.AsSpan(1..^1));
        (row[0], row[^1]) = (row[1], row[^2]);
    }
}
