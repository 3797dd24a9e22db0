using LearningKit.Notebooks;

// Not the tests: the child process that tests of NotebookProcess start.
return await NotebookChild.RunAsync();
