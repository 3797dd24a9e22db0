// expect: A task holds at least 1 item
long Grain(long items, int workers, double itemSeconds, double taskSeconds) =>
    Math.Min((long)Math.Ceiling(20 * taskSeconds / itemSeconds), (items + workers - 1) / workers);
