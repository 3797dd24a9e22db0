double LeastSeconds(long n, double gigabytesPerSecond)
{
    var bytes = 3.0 * n * sizeof(double);   // b and c are read, a is written
    return bytes / (gigabytesPerSecond * 1e9);
}
