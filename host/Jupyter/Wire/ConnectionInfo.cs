using System.Text.Json;

namespace NotebookHost.Jupyter.Wire;

/// <summary>
/// What a front end writes into the connection file: where the kernel is to listen, and the key that both sign with (empty
/// when messages are not signed). <paramref name="Transport"/> is <c>tcp</c>, or <c>ipc</c>: sockets in the file system,
/// of whose paths <paramref name="Address"/> is then the common part.
/// </summary>
sealed record ConnectionInfo(
    string Transport, string Address, int ShellPort, int ControlPort, int IOPubPort, int StdinPort, int HeartbeatPort, string Key)
{
    const string Scheme = "hmac-sha256";

    /// <summary>Reads a connection file.</summary>
    /// <exception cref="KernelStartException">It can't be read, or asks for something that this kernel can't do.</exception>
    public static ConnectionInfo Read(string path)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(file.RootElement);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KernelStartException($"The connection file {path} can't be read: {error.Message} A front end writes it and names it when it starts the kernel.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new KernelStartException($"{path} is not a Jupyter connection file: {error.Message}");
        }
    }

    static ConnectionInfo Read(JsonElement file)
    {
        var transport = file.TryGetProperty("transport", out var named) ? named.GetString() : "tcp";
        if (transport is not ("tcp" or "ipc"))
            throw new KernelStartException($"The transport '{transport}' is not known here; tcp and ipc are.");
        if (transport == "ipc" && !System.Net.Sockets.Socket.OSSupportsUnixDomainSockets)
            throw new KernelStartException("The transport ipc needs Unix sockets, which this system does not have; choose tcp.");
        var key = file.TryGetProperty("key", out var given) ? given.GetString() ?? "" : "";
        var scheme = file.TryGetProperty("signature_scheme", out var wanted) ? wanted.GetString() ?? "" : Scheme;
        if (key.Length > 0 && scheme != Scheme)
            throw new KernelStartException($"The signature scheme '{scheme}' is not known here; {Scheme} is.");
        return new ConnectionInfo(
            transport, file.TryGetProperty("ip", out var address) ? address.GetString() ?? "127.0.0.1" : "127.0.0.1",
            Port("shell_port"), Port("control_port"), Port("iopub_port"), Port("stdin_port"), Port("hb_port"), key);

        int Port(string name) => file.GetProperty(name).GetInt32() is > 0 and <= 65535 and var port
            ? port : throw new FormatException($"{name} is not a port.");
    }
}
