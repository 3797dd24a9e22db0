// expect: Instruction caches hold code
CardReading ReadCard(MachineCard card) =>
    new(Math.Max(1, (int)Math.Round(card.Trust.EffectiveCores)), (card.Caches.FirstOrDefault(cache => cache.Level == 1)?.Bytes ?? 0) / 8);
