// expect: GroupBy comes before Head
Table ApplyHottest(Table part) => part.OrderByDescending("temperature").Head(3);

Table CombineHottest(Table candidates) => candidates.OrderByDescending("temperature").Head(3);
