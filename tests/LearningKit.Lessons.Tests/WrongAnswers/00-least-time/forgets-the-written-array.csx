// expect: three arrays pass through memory
double LeastSeconds(long n, double gigabytesPerSecond) => 16.0 * n / (gigabytesPerSecond * 1e9);
