using System.Net;
using System.Net.Sockets;

namespace NotebookHost.Jupyter.Wire;

/// <summary>
/// A Unix socket in front of a TCP port of this machine. NetMQ's own <c>ipc</c> is TCP under another name, which no other
/// ZeroMQ understands; but the bytes on the wire are the same, so they only need to be carried over.
/// </summary>
sealed class IpcRelay : IDisposable
{
    readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly string path;
    readonly int port;

    public IpcRelay(string path, int port)
    {
        (this.path, this.port) = (path, port);
        File.Delete(path);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        listener.Listen();
        _ = AcceptAsync();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptAsync().ConfigureAwait(false));
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
        }
    }

    async Task CarryAsync(Socket outside)
    {
        using var inside = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var outsideStream = new NetworkStream(outside, ownsSocket: true);
        try
        {
            await inside.ConnectAsync(IPAddress.Loopback, port).ConfigureAwait(false);
            using var insideStream = new NetworkStream(inside, ownsSocket: false);
            await Task.WhenAny(outsideStream.CopyToAsync(insideStream), insideStream.CopyToAsync(outsideStream)).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is IOException or SocketException)
        {
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        File.Delete(path);
    }
}
