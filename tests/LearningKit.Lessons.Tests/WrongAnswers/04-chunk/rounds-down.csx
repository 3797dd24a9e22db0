// expect: Round up
long Grain(long items, int workers, double itemSeconds, double taskSeconds) =>
    Math.Max(1, Math.Min((long)(20 * taskSeconds / itemSeconds), (items + workers - 1) / workers));
