// expect: A station that is in several parts comes home several times
Table ApplyMeans(Table part) => part.GroupBy("station").Aggregate(Agg.Sum("temperature").As("sum"), Agg.Count("temperature").As("count"));

Table CombineMeans(Table partials) => partials.With("mean", row => row.Number("sum") / row.Number("count"));
