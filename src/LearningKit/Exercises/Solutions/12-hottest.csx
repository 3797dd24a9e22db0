Table ApplyHottest(Table part) => part
    .GroupBy("station")
    .Apply(group => group.OrderByDescending("temperature").Head(3));   // nobody else can win

Table CombineHottest(Table candidates) => ApplyHottest(candidates);    // the same question, of the winners
