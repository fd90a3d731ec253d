using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Net.Sockets;
using System.Threading.Channels;

namespace NotebookHost.Running.Workers;

/// <summary>
/// The runner's end of a worker process. The two talk over a named pipe that no child process inherits and no print
/// statement reaches; what the process writes to its own standard streams is kept to explain its death.
/// Disposing ends the process and everything that it has started.
/// </summary>
sealed class Worker : IAsyncDisposable
{
    readonly Process process;
    readonly NamedPipeServerStream pipe;
    readonly MessageChannel channel;
    readonly OutputTail output, errors;

    // Bounded: a cell that shows more than the runner can take has to wait.
    readonly Channel<WorkerMessage> inbox = Channel.CreateBounded<WorkerMessage>(64);

    Worker(Process process, NamedPipeServerStream pipe)
    {
        this.process = process;
        this.pipe = pipe;
        channel = new MessageChannel(pipe);
        output = new OutputTail(process.StandardOutput);
        errors = new OutputTail(process.StandardError);
    }

    /// <summary>Starts a process whose working directory is <paramref name="workingDirectory"/> and waits until its engine is there.</summary>
    /// <exception cref="WorkerStartException">The process could not be started, or did not come up in time.</exception>
    public static async Task<Worker> StartAsync(string workingDirectory, RunOptions options, CancellationToken cancellation)
    {
        var pipeName = $"course-{Guid.NewGuid():N}"[..20];
        var pipe = OpenPipe(pipeName);
        Worker worker;
        try
        {
            worker = new Worker(WorkerLaunch.Start(pipeName, workingDirectory, options), pipe);
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        try
        {
            await worker.ConnectAsync(options.StartTimeout, cancellation).ConfigureAwait(false);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    static NamedPipeServerStream OpenPipe(string name)
    {
        try
        {
            return new NamedPipeServerStream(
                name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        }
        catch (Exception failed) when (failed is IOException or SocketException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WorkerStartException(
                $"No channel to the process that runs the cells could be opened in the folder for temporary files, {Path.GetTempPath()}: "
                + $"{failed.Message} It must exist, and its path may be some 70 characters long: set TMPDIR to another.", failed);
        }
    }

    /// <summary>Sends a request; a process that has died in the meantime shows itself when the answer is read.</summary>
    public void Send(WorkerMessage message)
    {
        try
        {
            channel.Send(message);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>The next message, or null when the process is gone.</summary>
    /// <exception cref="TimeoutException">Nothing came within <paramref name="limit"/>.</exception>
    public async Task<WorkerMessage?> ReceiveAsync(TimeSpan limit, CancellationToken cancellation)
    {
        if (inbox.Reader.TryRead(out var waiting))
            return waiting;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(limit > TimeSpan.Zero ? limit : TimeSpan.Zero);
        try
        {
            return await inbox.Reader.WaitToReadAsync(patience.Token).ConfigureAwait(false)
                && inbox.Reader.TryRead(out var message) ? message : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    /// <summary>Why the process ended, as far as it can be told, after <see cref="ReceiveAsync"/> has returned null.</summary>
    public async Task<ProcessDeath> DeathAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new ProcessDeath(null, await errors.TextAsync().ConfigureAwait(false));
        }
        var said = await errors.TextAsync().ConfigureAwait(false);
        if (said.Length == 0)
            said = await output.TextAsync().ConfigureAwait(false);
        return new ProcessDeath(process.ExitCode, said);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception alreadyGone) when (alreadyGone is InvalidOperationException or Win32Exception or AggregateException)
        {
        }
        ProcessGroup.Kill(process.Id);
        inbox.Writer.TryComplete();
        await pipe.DisposeAsync().ConfigureAwait(false);
        process.Dispose();
    }

    async Task ConnectAsync(TimeSpan limit, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(limit);
        try
        {
            var connected = pipe.WaitForConnectionAsync(patience.Token);
            var ended = process.WaitForExitAsync(patience.Token);
            if (await Task.WhenAny(connected, ended).ConfigureAwait(false) == ended && !patience.IsCancellationRequested)
                throw new WorkerStartException($"The process that runs the cells ended at once. {(await DeathAsync().ConfigureAwait(false)).Explain()}");
            await connected.ConfigureAwait(false);
            new Thread(ReceiveAll) { IsBackground = true, Name = "worker messages" }.Start();
            if (await ReceiveAsync(limit, patience.Token).ConfigureAwait(false) is null)
                throw new WorkerStartException($"The process that runs the cells ended while it started. {(await DeathAsync().ConfigureAwait(false)).Explain()}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new WorkerStartException(
                $"The process that runs the cells did not start within {limit.TotalSeconds:0} s; is the machine very busy? Try again with --jobs 1.");
        }
    }

    void ReceiveAll()
    {
        while (channel.Receive() is { } message)
            while (!inbox.Writer.TryWrite(message))
                if (!inbox.Writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult())
                    return; // disposed: nobody wants the rest
        inbox.Writer.TryComplete();
    }
}
