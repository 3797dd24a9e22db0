namespace LearningKit.Workloads;

/// <summary>The checksum of PNG chunks: CRC-32 with the polynomial of ISO 3309 (PNG, annex D).</summary>
static class Crc32
{
    static readonly uint[] table = [.. Enumerable.Range(0, 256).Select(i => Divide((uint)i))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes) crc = table[(byte)(crc ^ value)] ^ crc >> 8;
        return ~crc;
    }

    static uint Divide(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? 0xEDB88320 ^ value >> 1 : value >> 1;
        return value;
    }
}
