using LearningKit.Notebooks;

// Not the tests: the worker that tests start.
return await SessionWorker.RunAsync();
