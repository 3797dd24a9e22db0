CardReading ReadCard(MachineCard card)
{
    var workers = Math.Max(1, (int)Math.Round(card.Trust.EffectiveCores));
    var nearest = card.Caches.FirstOrDefault(cache => cache.Level == 1 && cache.Kind != "Instruction");
    return new CardReading(workers, nearest is null ? 0 : nearest.Bytes / sizeof(double));
}
