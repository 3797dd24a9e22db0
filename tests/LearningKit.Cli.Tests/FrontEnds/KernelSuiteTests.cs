using System.Text.Json;
using Xunit;

namespace LearningKit.Cli.Tests.FrontEnds;

/// <summary>Jupyter's own test of a kernel (jupyter_kernel_test): each of its tests is one of ours.</summary>
[Collection(FrontEndTests.Name)]
public sealed class KernelSuiteTests(KernelInstallation kernel, KernelSuiteTests.SuiteRun suite) : IClassFixture<KernelSuiteTests.SuiteRun>
{
    public static TheoryData<string> Names =>
    [
        "test_clear_output", "test_completion", "test_display_data", "test_error", "test_execute_result", "test_execute_stderr", "test_execute_stdout",
        "test_history", "test_inspect", "test_is_complete", "test_kernel_info", "test_pager",
    ];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Kernel_InJupytersOwnTest_Passes(string name)
    {
        var (outcome, detail) = (await suite.OutcomesAsync(kernel))[name];
        Assert.True(outcome == "passed", $"{outcome}: {detail}");
    }

    [SkippableFact]
    public async Task Suite_OfThisMachine_HasNoTestThatIsNotReportedHere() =>
        Assert.Equal((IEnumerable<string>)[.. Names.Select<object[], string>(row => (string)row[0])], (await suite.OutcomesAsync(kernel)).Keys.Order(StringComparer.Ordinal));

    /// <summary>The suite, run once.</summary>
    public sealed class SuiteRun
    {
        Task<IReadOnlyDictionary<string, (string Outcome, string Detail)>>? run;

        internal Task<IReadOnlyDictionary<string, (string Outcome, string Detail)>> OutcomesAsync(KernelInstallation kernel) => run ??= RunAsync(kernel);

        static async Task<IReadOnlyDictionary<string, (string Outcome, string Detail)>> RunAsync(KernelInstallation kernel)
        {
            var run = await kernel.RunAsync(KernelInstallation.PythonWith("jupyter_kernel_test"), KernelInstallation.Source("kernel_suite.py"));
            Assert.True(run.ExitCode == 0 && run.Out.StartsWith('{'), $"{run.Out}\n{run.Error}");
            using var outcomes = JsonDocument.Parse(run.Out);
            return outcomes.RootElement.EnumerateObject().ToDictionary(
                test => test.Name, test => (test.Value.GetProperty("outcome").GetString()!, test.Value.GetProperty("detail").GetString()!));
        }
    }
}
