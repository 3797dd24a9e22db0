// expect: Right, but too much travels
Table ApplyHottest(Table part) => part;

Table CombineHottest(Table all) => all.GroupBy("station").Apply(group => group.OrderByDescending("temperature").Head(3));
