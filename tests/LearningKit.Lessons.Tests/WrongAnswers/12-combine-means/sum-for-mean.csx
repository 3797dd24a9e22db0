// expect: Begin with one part
Table ApplyMeans(Table part) => part.GroupBy("station").Aggregate(Agg.Sum("temperature").As("mean"));

Table CombineMeans(Table partials) => partials.GroupBy("station").Aggregate(Agg.Sum("mean").As("mean"));
