// expect: at least 1
CardReading ReadCard(MachineCard card) =>
    new((int)Math.Round(card.Trust.EffectiveCores), (card.Caches.FirstOrDefault(cache => cache.Level == 1 && cache.Kind != "Instruction")?.Bytes ?? 0) / 8);
