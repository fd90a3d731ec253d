using NotebookHost.Running.Command;

namespace CourseTests.Running.Command;

public sealed class NotebookFinderTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CourseFolder course;

    public NotebookFinderTests()
    {
        foreach (var name in new[] {
            "notebooks/en/02-b.ipynb", "notebooks/en/01-a.ipynb", "notebooks/tr/01-ş.ipynb", "notebooks/en/notes.md",
            "notebooks/en/.ipynb_checkpoints/01-a-checkpoint.ipynb", "notebooks/solutions/x.ipynb",
            "other/01-a.ipynb", "other/deep/x.ipynb", "empty/readme.md" })
            Touch(name);
        Touch("CourseLib.csproj");
        course = CourseFolder.Find(folder.At("notebooks/en"))!;
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_course_is_found_from_any_folder_below_and_from_a_second_place()
    {
        Assert.Equal(folder.Path, course.Root);
        Assert.Equal(folder.Path, CourseFolder.Find(Path.GetTempPath(), folder.At("other/deep"))?.Root);
        Assert.Null(CourseFolder.Find(Path.GetTempPath()));
    }

    [Fact]
    public void Without_a_wish_all_notebooks_of_the_course_run_English_first() =>
        Assert.Equal(["en/01-a.ipynb", "en/02-b.ipynb", "tr/01-ş.ipynb"], Names(NotebookFinder.AllOf(course)));

    [Fact]
    public void A_folder_stands_for_the_notebooks_in_it_without_checkpoints() =>
        Assert.Equal(["en/01-a.ipynb", "en/02-b.ipynb"], Names(NotebookFinder.Named(course, [folder.At("notebooks/en"), folder.At("notebooks/en/01-a.ipynb")])));

    [Fact]
    public void Notebooks_elsewhere_are_known_by_as_much_of_their_path_as_tells_them_apart()
    {
        Assert.Equal(["x.ipynb"], Names(NotebookFinder.Named(course, [folder.At("other/deep")])));
        Assert.Equal(["other/01-a.ipynb", "x.ipynb"], Names(NotebookFinder.Named(null, [folder.At("other/deep"), folder.At("other/01-a.ipynb"), folder.At("notebooks/en")]))
            .Where(name => !name.StartsWith("en/", StringComparison.Ordinal) && name != "02-b.ipynb"));
    }

    [Fact]
    public void A_path_that_leads_nowhere_stays_so_that_its_run_can_say_so() =>
        Assert.Equal(["empty", "nope.ipynb"], Names(NotebookFinder.Named(course, [folder.At("nope.ipynb"), folder.At("empty")])));

    static IEnumerable<string> Names(IEnumerable<NotebookFile> files) => files.Select(file => file.Name);

    void Touch(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.At(name))!);
        File.WriteAllText(folder.At(name), "");
    }

    [Fact]
    public void A_notebook_elsewhere_never_has_the_name_of_one_of_the_course()
    {
        Touch("my/en/01-a.ipynb");
        Assert.DoesNotContain(Names(NotebookFinder.Named(course, [folder.At("my/en/01-a.ipynb"), folder.At("other/01-a.ipynb")])),
            name => name.StartsWith("en/", StringComparison.Ordinal));
    }

    [Fact]
    public void Executed_copies_are_no_sources_and_a_link_upwards_is_not_followed()
    {
        Touch("mine/a.ipynb");
        Touch("mine/out/notebooks/a.ipynb");
        if (!OperatingSystem.IsWindows())
            Directory.CreateSymbolicLink(folder.At("mine/self"), folder.At("mine"));

        Assert.Equal(["a.ipynb"], Names(NotebookFinder.Named(null, [folder.At("mine")], folder.At("mine/out"))));
        Assert.Equal(["a.ipynb"], Names(NotebookFinder.Named(null, [folder.At("mine/out")], folder.At("mine/out"))));
    }
}
