// expect: Combine must choose again among them
Table ApplyHottest(Table part) => part.GroupBy("station").Apply(group => group.OrderByDescending("temperature").Head(3));

Table CombineHottest(Table candidates) => candidates;
