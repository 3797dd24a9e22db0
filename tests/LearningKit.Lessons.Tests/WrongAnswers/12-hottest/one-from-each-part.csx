// expect: A part that sends fewer than three can lose them
Table ApplyHottest(Table part) => part.GroupBy("station").Apply(group => group.OrderByDescending("temperature").Head(1));

Table CombineHottest(Table candidates) => candidates.GroupBy("station").Apply(group => group.OrderByDescending("temperature").Head(3));
