// expect: Each picture from 0 to pictures - 1, once
long CountAll(ProcessPool pool, TallyBook book, int pictures)
{
    using var gate = new SharedLock();
    pool.Map(picture =>
    {
        using (gate.Enter()) book.Enter(book.Look(picture));
        return 0;
    }, Enumerable.Range(1, pictures));
    return book.Stars;
}
