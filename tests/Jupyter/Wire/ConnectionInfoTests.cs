using NotebookHost.Jupyter;
using NotebookHost.Jupyter.Wire;

namespace CourseTests.Jupyter.Wire;

public sealed class ConnectionInfoTests
{
    const string Good = """
        {"shell_port":1,"iopub_port":2,"stdin_port":3,"control_port":4,"hb_port":5,"ip":"127.0.0.1","key":"k","transport":"tcp","signature_scheme":"hmac-sha256","kernel_name":"x"}
        """;

    [Fact]
    public void A_connection_file_is_read()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(new ConnectionInfo("tcp", "127.0.0.1", 1, 4, 2, 3, 5, "k"), ConnectionInfo.Read(folder.Write("c.json", Good)));
    }

    [Theory]
    [InlineData("\"tcp\"", "\"pgm\"", "transport 'pgm'")]
    [InlineData("hmac-sha256", "hmac-md5", "'hmac-md5' is not known")]
    [InlineData("\"shell_port\":1,", "", "not a Jupyter connection file")]
    [InlineData("\"shell_port\":1,", "\"shell_port\":0,", "shell_port is not a port")]
    [InlineData("{", "", "not a Jupyter connection file")]
    public void What_a_connection_file_lacks_is_said(string part, string other, string message)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("c.json", Good.Replace(part, other, StringComparison.Ordinal));

        Assert.Contains(message, Assert.Throws<KernelStartException>(() => ConnectionInfo.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_connection_file_is_said() =>
        Assert.Contains("can't be read", Assert.Throws<KernelStartException>(() => ConnectionInfo.Read("nowhere.json")).Message, StringComparison.Ordinal);
}
