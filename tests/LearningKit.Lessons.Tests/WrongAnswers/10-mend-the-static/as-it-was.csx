// expect: each in a static of its own process
static class Seen { public static long[] Shades = new long[256]; }

long[] Histogram(ProcessPool pool, byte[][] pictures)
{
    pool.Map(picture =>
    {
        foreach (var shade in picture) Seen.Shades[shade]++;
        return 0;
    }, pictures);
    return Seen.Shades;
}
