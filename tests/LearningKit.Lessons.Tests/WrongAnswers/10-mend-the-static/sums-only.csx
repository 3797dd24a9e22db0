// expect: return a long[256]
long[] Histogram(ProcessPool pool, byte[][] pictures) =>
    pool.Map(picture => picture.LongLength, pictures);
