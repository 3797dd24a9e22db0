// expect: The nearest cache has level 1
CardReading ReadCard(MachineCard card) =>
    new(Math.Max(1, (int)Math.Round(card.Trust.EffectiveCores)), (card.Caches.FirstOrDefault(cache => cache.Kind != "Instruction")?.Bytes ?? 0) / 8);
