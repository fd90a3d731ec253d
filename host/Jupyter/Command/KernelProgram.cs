using System.Runtime.InteropServices;
using NetMQ;
using NotebookHost.Jupyter.Kernel;
using NotebookHost.Jupyter.Wire;
using NotebookHost.Running.Workers;

namespace NotebookHost.Jupyter.Command;

/// <summary>The process of a kernel, as a front end starts it.</summary>
static class KernelProgram
{
    const int CannotStart = 2;
    static readonly TimeSpan lastResort = TimeSpan.FromSeconds(3);

    /// <summary>Serves the front end that wrote the connection file until it is done.</summary>
    public static async Task<int> RunAsync(string connectionFile)
    {
        ProcessGroup.Lead();
        try
        {
            using var session = new KernelSession(ConnectionInfo.Read(connectionFile), Directory.GetCurrentDirectory());
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
            {
                signal.Cancel = true;
                session.Interrupt();
            });
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
            {
                signal.Cancel = true;
                session.Stop();
            });
            using var orphaned = ParentWatch.Start(session.Stop);
            await session.RunAsync().ConfigureAwait(false);
        }
        catch (KernelStartException failed)
        {
            await Console.Error.WriteLineAsync(failed.Message).ConfigureAwait(false);
            return CannotStart;
        }
        EndForSure();
        NetMQConfig.Cleanup(block: true);
        // What the cells have started and not ended must not outlive the session.
        ProcessGroup.EndOthers();
        Environment.Exit(0); // a thread of a cell would keep the process alive
        return 0;
    }

    // Exit waits for handlers, and those may be a cell's.
    static void EndForSure() => new Thread(() =>
    {
        Thread.Sleep(lastResort);
        Environment.FailFast("The kernel did not end by itself.");
    })
    { IsBackground = true }.Start();
}
