// expect: A double has 8 bytes
double LeastSeconds(long n, double gigabytesPerSecond) => 3.0 * n / (gigabytesPerSecond * 1e9);
