// expect: Agg.Count() counts rows; a mean is divided by the number of values
Table ApplyMeans(Table part) => part.GroupBy("station").Aggregate(Agg.Sum("temperature").As("sum"), Agg.Count().As("count"));

Table CombineMeans(Table partials) => partials.GroupBy("station")
    .Aggregate(Agg.Sum("sum").As("sum"), Agg.Sum("count").As("count"))
    .With("mean", row => row.Number("sum") / row.Number("count"));
