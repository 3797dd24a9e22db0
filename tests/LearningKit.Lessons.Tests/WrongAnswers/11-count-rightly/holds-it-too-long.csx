// expect: The lock is held too long
long CountAll(ProcessPool pool, TallyBook book, int pictures)
{
    using var gate = new SharedLock();
    pool.Map(picture =>
    {
        using (gate.Enter()) book.Enter(book.Look(picture));
        return 0;
    }, Enumerable.Range(0, pictures));
    return book.Stars;
}
