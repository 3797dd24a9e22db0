// expect: add each of them to the total
long[] Histogram(ProcessPool pool, byte[][] pictures)
{
    var partials = pool.Map(picture =>
    {
        var counts = new long[256];
        foreach (var shade in picture) counts[shade]++;
        return counts;
    }, pictures);
    return partials[^1];
}
