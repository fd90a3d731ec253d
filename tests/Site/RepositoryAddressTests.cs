using NotebookHost.Site;

namespace CourseTests.Site;

public sealed class RepositoryAddressTests
{
    [Theory]
    [InlineData("https://github.com/ada/course.git")]
    [InlineData("https://github.com/ada/course")]
    [InlineData("git@github.com:ada/course.git")]
    [InlineData("ssh://git@github.com/ada/course")]
    public void The_remote_origin_says_where_the_course_is(string url)
    {
        var address = Find($"[core]\n\tbare = false\n[remote \"origin\"]\n\turl = {url}\n\tfetch = +refs/heads/*\n");

        Assert.Equal(new RepositoryAddress("ada", "course"), address);
        Assert.Equal("https://mybinder.org/v2/gh/ada/course/HEAD?urlpath=lab%2Ftree%2Fnotebooks%2Ftr%2F02-a%C4%9F.ipynb", address!.Binder("notebooks/tr/02-ağ.ipynb"));
        Assert.Equal("https://codespaces.new/ada/course", address.Codespace);
    }

    [Theory]
    [InlineData("[remote \"fork\"]\n\turl = https://github.com/ada/course\n")]
    [InlineData("[remote \"origin\"]\n\turl = https://example.org/ada/course\n")]
    [InlineData("[remote \"origin\"]\n\turl = https://github.com/ada/course/x\"><script>\n")]
    [InlineData("")]
    public void Anything_else_gives_no_links(string config) => Assert.Null(Find(config));

    static RepositoryAddress? Find(string config)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, ".git"));
        File.WriteAllText(Path.Combine(folder.Path, ".git", "config"), config);
        return RepositoryAddress.Find(folder.Path);
    }
}
