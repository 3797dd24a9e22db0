// expect: That is the mean of the means
Table ApplyMeans(Table part) => part.GroupBy("station").Aggregate(Agg.Mean("temperature").As("mean"));

Table CombineMeans(Table partials) => partials.GroupBy("station").Aggregate(Agg.Mean("mean").As("mean"));
