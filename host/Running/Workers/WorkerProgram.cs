using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using NotebookHost.Scripting;

namespace NotebookHost.Running.Workers;

/// <summary>
/// The inside of a worker process: one engine, cells one after another as the runner asks for them. Ends with the
/// runner: when the channel closes, whatever a cell is doing, the process is gone.
/// </summary>
static class WorkerProgram
{
    static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(1);

    /// <summary>Serves the runner that listens on the named pipe until it is done.</summary>
    public static int Run(string pipeName)
    {
        ProcessGroup.Lead();
        // Ctrl+C reaches the whole terminal group; what it means for a cell is the runner's decision.
        using var ignoreInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        pipe.Connect(TimeSpan.FromSeconds(10));
        var channel = new MessageChannel(pipe);
        var outbox = new Outbox(channel);
        using var engine = new CSharpEngine(Directory.GetCurrentDirectory());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => // a cell may call Environment.Exit
        {
            engine.Flush();
            outbox.Flush(FlushLimit);
        };

        var requests = Listen(channel, out var interrupts);
        outbox.Add(new WorkerReady());
        foreach (var request in requests.GetConsumingEnumerable())
            outbox.Add(RunOne(engine, request, outbox, interrupts));
        outbox.Flush(FlushLimit);
        pipe.Dispose();

        // The runner now ends this process together with everything that the cells may have started.
        Thread.Sleep(TimeSpan.FromSeconds(2));
        return 0;
    }

    static CellEnded RunOne(CSharpEngine engine, RunCell request, Outbox outbox, InterruptSource interrupts)
    {
        var clock = Stopwatch.StartNew();
        void Emit(CellOutput output) => outbox.Add(new CellEmitted(request.Cell, output));
        using var interrupt = new CancellationTokenSource();
        interrupts.Begin(request.Cell, interrupt);
        try
        {
            var result = engine.RunAsync(request.Code, Emit, interrupt.Token).GetAwaiter().GetResult();
            return new CellEnded(request.Cell, result.Status, result.Elapsed);
        }
#pragma warning disable CA1031 // Whatever the engine itself trips over belongs under the cell, not in a lost process.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            Emit(new ErrorOutput(unexpected.GetType().FullName!, unexpected.Message, unexpected.ToString().Split('\n'), null));
            return new CellEnded(request.Cell, CellStatus.Failed, clock.Elapsed);
        }
        finally
        {
            interrupts.End();
        }
    }

    static BlockingCollection<RunCell> Listen(MessageChannel channel, out InterruptSource interrupts)
    {
        var requests = new BlockingCollection<RunCell>();
        var source = interrupts = new InterruptSource();
        new Thread(() =>
        {
            while (true)
                switch (channel.Receive())
                {
                    case RunCell request:
                        requests.Add(request);
                        break;
                    case InterruptCell interrupt:
                        source.Interrupt(interrupt.Cell);
                        break;
                    case Finish:
                        requests.CompleteAdding();
                        return;
                    case null:
                        ProcessGroup.Kill(Environment.ProcessId);
                        using (var self = Process.GetCurrentProcess())
                            self.Kill();
                        return;
                }
        })
        { IsBackground = true, Name = "requests" }.Start();
        return requests;
    }
}
