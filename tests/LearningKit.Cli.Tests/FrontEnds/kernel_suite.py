"""Runs Jupyter's own test of a kernel on ours and prints one JSON object: what each test came to.

The suite is that of https://github.com/jupyter/jupyter_kernel_test. Here stands only what it cannot know: how one says
in C# what every kernel must be able to do.
"""

import json
import sys
import unittest

import jupyter_kernel_test


class LearningKitKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "learningkit-csharp"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("something went wrong");'
    completion_samples = [
        {"text": "Math.Clam", "matches": {"Clamp"}},
        {"text": "#!lsm", "matches": {"#!lsmagic"}},
        {"text": "Console.WriteLine(Environment.ProcessorC", "matches": {"ProcessorCount"}},
    ]
    complete_code_samples = ["1 + 1", 'Console.WriteLine("x");', "int Twice(int x) => 2 * x;", "#!whos"]
    incomplete_code_samples = ["Math.Max(1,", "for (var i = 0; i < 3; i++)\n{", "int Twice(int x) =>"]
    invalid_code_samples = ["var = ;", ")", "class 1 { }"]
    code_page_something = "Math.Clamp?"
    code_generate_error = 'throw new InvalidOperationException("no luck");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": "ab"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": "#!markdown\n**bold**", "mime": "text/markdown"},
    ]
    code_history_pattern = "6 * ?"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.Clamp"
    code_clear_output = "ClearOutput();"

    @classmethod
    def setUpClass(cls):
        """Starts the kernel. The suite waits a tenth of a second for some messages, which is too short on a busy machine."""
        super().setUpClass()
        cls.flushing = False
        for channel in (cls.kc.shell_channel, cls.kc.iopub_channel):
            channel.get_msg = cls.patiently(channel.get_msg)

    @classmethod
    def patiently(cls, get):
        def get_msg(timeout=None):
            return get(timeout=max(timeout or 0, 1 if cls.flushing else 60))

        return get_msg

    def flush_channels(self):
        type(self).flushing = True
        try:
            super().flush_channels()
        finally:
            type(self).flushing = False


class Report(unittest.TestResult):
    """Keeps the outcome of each test; the first failure or skip of its subtests is its own."""

    def __init__(self):
        super().__init__()
        self.outcomes = {}

    def note(self, test, outcome, detail=""):
        name = getattr(test, "test_case", test)._testMethodName
        if self.outcomes.get(name, {}).get("outcome") in (None, "passed"):
            self.outcomes[name] = {"outcome": outcome, "detail": f"{test}\n{detail}" if detail else ""}

    def addSuccess(self, test):
        self.note(test, "passed")

    def addSkip(self, test, reason):
        self.note(test, "skipped", reason or "no reason given")

    def addFailure(self, test, err):
        self.note(test, "failed", self._exc_info_to_string(err, test))

    addError = addFailure

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note(subtest, "failed", self._exc_info_to_string(err, test))


if __name__ == "__main__":
    report = Report()
    unittest.defaultTestLoader.loadTestsFromTestCase(LearningKitKernelTests).run(report)
    json.dump(report.outcomes, sys.stdout)
