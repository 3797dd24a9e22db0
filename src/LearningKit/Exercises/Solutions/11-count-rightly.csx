long CountAll(ProcessPool pool, TallyBook book, int pictures)
{
    using var gate = new SharedLock();
    pool.Map(picture =>
    {
        var stars = book.Look(picture);           // the costly part, by all workers at once
        using (gate.Enter()) book.Enter(stars);   // one at a time
        return stars;
    }, Enumerable.Range(0, pictures), new() { ChunkSize = 1 });
    return book.Stars;
}
