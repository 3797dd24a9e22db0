// expect: smaller grains balance better
long Grain(long items, int workers, double itemSeconds, double taskSeconds) => Math.Max(1, (items + workers - 1) / workers);
