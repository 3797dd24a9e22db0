// expect: which of the two costs is divided by which
long Grain(long items, int workers, double itemSeconds, double taskSeconds) =>
    Math.Max(1, Math.Min((long)Math.Ceiling(20 * itemSeconds / taskSeconds), (items + workers - 1) / workers));
