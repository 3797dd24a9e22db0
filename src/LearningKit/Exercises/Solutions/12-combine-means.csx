Table ApplyMeans(Table part) => part
    .GroupBy("station")
    .Aggregate(Agg.Sum("temperature").As("sum"), Agg.Count("temperature").As("count"));   // values, not rows

Table CombineMeans(Table partials) => partials
    .GroupBy("station")                                              // a station may come from several parts
    .Aggregate(Agg.Sum("sum").As("sum"), Agg.Sum("count").As("count"))
    .With("mean", row => row.Number("sum") / row.Number("count"));   // divide last
