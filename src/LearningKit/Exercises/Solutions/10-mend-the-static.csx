long[] Histogram(ProcessPool pool, byte[][] pictures)
{
    var partials = pool.Map(picture =>
    {
        var counts = new long[256];                   // of this picture alone
        foreach (var shade in picture) counts[shade]++;
        return counts;                                // what is returned comes back
    }, pictures);

    var total = new long[256];
    foreach (var partial in partials)
        for (var shade = 0; shade < total.Length; shade++) total[shade] += partial[shade];
    return total;
}
