long Grain(long items, int workers, double itemSeconds, double taskSeconds)
{
    var worthATask = (long)Math.Ceiling(20 * taskSeconds / itemSeconds);
    var oneForEachWorker = (items + workers - 1) / workers;
    return Math.Max(1, Math.Min(worthATask, oneForEachWorker));
}
