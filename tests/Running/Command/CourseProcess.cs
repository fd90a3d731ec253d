using System.Diagnostics;
using System.Text;
using NotebookHost.Programs;
using NotebookHost.Running.Command;

namespace CourseTests.Running.Command;

/// <summary>The program <c>course</c> as a user starts it.</summary>
sealed class CourseProcess : IDisposable
{
    readonly Process process;
    readonly Task<string> output, errors;

    CourseProcess(string folder, string[] arguments, (string Name, string Value)? variable = null)
    {
        // Tests that were started in the background ignore Ctrl+C, and so would their children; coreutils' env takes that back.
        string[] program = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", DotnetHost.Path] : [DotnetHost.Path];
        var start = new ProcessStartInfo(program[0])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])[.. program[1..], "exec", typeof(RunCommand).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);
        if (variable is { } set)
            start.Environment[set.Name] = set.Value;
        process = Process.Start(start)!;
        process.StandardInput.Close();
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public static CourseProcess Start(string folder, params string[] arguments) => new(folder, arguments);

    public static async Task<CourseResult> RunAsync(string folder, params string[] arguments)
    {
        using var course = Start(folder, arguments);
        return await course.EndAsync();
    }

    /// <summary>The same with an environment variable.</summary>
    public static async Task<CourseResult> RunWithAsync((string Name, string Value) variable, string folder, params string[] arguments)
    {
        using var course = new CourseProcess(folder, arguments, variable);
        return await course.EndAsync();
    }

    public async Task<CourseResult> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(patience.Token);
        return new CourseResult(process.ExitCode, await output, await errors);
    }

    /// <summary>Kills this process alone, as a crash would.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}

sealed record CourseResult(int ExitCode, string Output, string Errors);
