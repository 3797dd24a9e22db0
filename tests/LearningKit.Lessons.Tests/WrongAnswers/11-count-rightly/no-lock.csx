// expect: Two workers wrote into the book at the same time
long CountAll(ProcessPool pool, TallyBook book, int pictures)
{
    pool.Map(picture =>
    {
        book.Enter(book.Look(picture));
        return 0;
    }, Enumerable.Range(0, pictures));
    return book.Stars;
}
