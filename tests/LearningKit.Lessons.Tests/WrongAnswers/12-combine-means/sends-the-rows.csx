// expect: That ships the rows instead of a summary
Table ApplyMeans(Table part) => part;

Table CombineMeans(Table partials) => partials.GroupBy("station").Aggregate(Agg.Mean("temperature").As("mean"));
