// expect: A double has 8
CardReading ReadCard(MachineCard card) =>
    new(Math.Max(1, (int)Math.Round(card.Trust.EffectiveCores)), card.Caches.FirstOrDefault(cache => cache.Level == 1 && cache.Kind != "Instruction")?.Bytes ?? 0);
