// expect: powers of ten
double LeastSeconds(long n, double gigabytesPerSecond) => 24.0 * n / (gigabytesPerSecond * (1 << 30));
