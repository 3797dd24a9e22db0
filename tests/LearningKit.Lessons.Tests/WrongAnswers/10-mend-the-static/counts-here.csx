// expect: they were made here
long[] Histogram(ProcessPool pool, byte[][] pictures)
{
    var counts = new long[256];
    foreach (var shade in pictures.SelectMany(picture => picture)) counts[shade]++;
    return counts;
}
