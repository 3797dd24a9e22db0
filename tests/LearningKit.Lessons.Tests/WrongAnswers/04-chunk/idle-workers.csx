// expect: Some worker gets nothing to do
long Grain(long items, int workers, double itemSeconds, double taskSeconds) =>
    Math.Max(1, (long)Math.Ceiling(20 * taskSeconds / itemSeconds));
