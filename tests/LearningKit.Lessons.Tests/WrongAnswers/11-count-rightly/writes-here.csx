// expect: Return book.Stars when all have written
long CountAll(ProcessPool pool, TallyBook book, int pictures)
{
    var stars = pool.Map(book.Look, Enumerable.Range(0, pictures));
    foreach (var some in stars) book.Enter(some);
    return stars.Length;
}
