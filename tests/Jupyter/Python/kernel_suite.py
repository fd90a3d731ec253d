"""Jupyter's own suite of tests for kernels, run against the course's."""
import unittest

import jupyter_kernel_test
from jupyter_kernel_test import msgspec_v5


class CourseKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "DayOfWeek.Tu", "matches": {"Tuesday"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", "for (var i = 0; i < 2; i++) { }"]
    incomplete_code_samples = ["for (var i = 0;", "class A {", "Math.Max(1,"]
    invalid_code_samples = [") + 1;"]
    code_generate_error = "throw new System.Exception();"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "6 * 8", "result": "48"},
        {"code": "6 * 9", "result": "54"},
        {"code": "6 * 7", "result": "42"},
    ]
    code_display_data = [{"code": 'new[] { 1, 2 }.Display("text/html");', "mime": "text/html"}]
    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.Max"
    code_clear_output = "OutputArea.Clear();"

    def execute_helper(self, *args, **kwargs):
        # Suite and kernel share two busy cores with others: the suite's waits of 0.1 s between broadcasts are not ours to test.
        original = self.kc.iopub_channel.get_msg

        def patient(*a, timeout=None, **k):
            return original(*a, timeout=max(timeout or 0, 15), **k)

        self.kc.iopub_channel.get_msg = patient
        try:
            return super().execute_helper(*args, **kwargs)
        finally:
            self.kc.iopub_channel.get_msg = original


assert msgspec_v5  # the schema that every message is checked against
unittest.main(verbosity=2)
