using NotebookHost.Running.Command;

namespace CourseTests.Running.Command;

public sealed class FileLinkTests
{
    [Theory]
    [InlineData("/home/ayşe/ders 1/index.html", "file:///home/ay%C5%9Fe/ders%201/index.html")]
    [InlineData("/a#b/50%/c?.html", "file:///a%23b/50%25/c%3F.html")]
    public void A_path_becomes_an_address_that_can_be_clicked(string path, string address)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix paths");

        Assert.Equal(address, FileLink.Of(path));
        Assert.Equal(path, new Uri(address).LocalPath);
    }
}
