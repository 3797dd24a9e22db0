// expect: A core count is not a capacity
CardReading ReadCard(MachineCard card) =>
    new(card.Cores, (card.Caches.FirstOrDefault(cache => cache.Level == 1 && cache.Kind != "Instruction")?.Bytes ?? 0) / 8);
