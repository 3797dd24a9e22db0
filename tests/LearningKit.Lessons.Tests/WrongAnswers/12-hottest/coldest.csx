// expect: OrderBy puts the least first
Table ApplyHottest(Table part) => part.GroupBy("station").Apply(group => group.OrderBy("temperature").Head(3));

Table CombineHottest(Table candidates) => ApplyHottest(candidates);
