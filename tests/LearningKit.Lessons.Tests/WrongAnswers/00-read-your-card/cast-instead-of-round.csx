// expect: leaves a core idle
CardReading ReadCard(MachineCard card) =>
    new(Math.Max(1, (int)card.Trust.EffectiveCores), (card.Caches.FirstOrDefault(cache => cache.Level == 1 && cache.Kind != "Instruction")?.Bytes ?? 0) / 8);
