// expect: divided by the bytes a second
double LeastSeconds(long n, double gigabytesPerSecond) => gigabytesPerSecond * 1e9 / (24 * n);
