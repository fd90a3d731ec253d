using NotebookHost.Scripting;

namespace CourseTests.Scripting.Completion;

public sealed class CompletionTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CSharpEngine engine;

    public CompletionTests() => engine = new CSharpEngine(folder.Path);

    // The cursor stands at the bar.
    async Task<IReadOnlyList<string>> At(string code)
    {
        var found = await engine.CompleteAsync(code.Replace("|", "", StringComparison.Ordinal), code.IndexOf('|', StringComparison.Ordinal));
        return [.. found.Items.Select(item => item.Text)];
    }

    Task Run(string code) => engine.RunAsync(code, _ => { }, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("Console.WriteL|", "WriteLine")]
    [InlineData("\"abc\".Sub|", "Substring")]
    [InlineData("var list = new List<int>();\nlist.|\nlist.Add(1);", "Add")]
    [InlineData("int[] numbers = { 1 };\nnumbers.Sele|", "Select")]
    [InlineData("string text = null;\ntext?.Len|", "Length")]
    [InlineData("System.Collections.Gen|", "Generic")]
    [InlineData("using System.Ne|", "Net")]
    [InlineData("var b = new StringBui|", "StringBuilder")]
    [InlineData("var b = new StringBuilder { Cap| }", "Capacity")]
    [InlineData("string.Join(sep|", "separator:")]
    [InlineData("retu|", "return")]
    [InlineData("DayOfWeek.Mon|", "Monday")]
    [InlineData("void F(int width) { wid| }", "width")]
    [InlineData("consol|", "Console")]
    public async Task What_fits_is_offered(string code, string expected) => Assert.Contains(expected, await At(code));

    [Theory]
    [InlineData("// Cons|")]
    [InlineData("12|")]
    [InlineData("'c|")]
    public async Task Where_nothing_fits_nothing_is_offered(string code) => Assert.Empty(await At(code));

    [Fact]
    public async Task Instances_and_types_offer_their_own_members()
    {
        Assert.DoesNotContain("Concat", (await At("\"a\".Conc|")).Where(name => name == "IsNullOrEmpty"));
        Assert.DoesNotContain("IsNullOrEmpty", await At("\"a\".Is|"));
        Assert.DoesNotContain("Substring", await At("string.Sub|"));
    }

    [Fact]
    public async Task What_earlier_cells_declare_is_offered()
    {
        await Run("var temperatures = new[] { 1.5 }; record Cup(int Glasses); int Pour(Cup cup) => cup.Glasses;");

        Assert.Equal("temperatures", (await At("temp|"))[0]);
        Assert.Contains("Glasses", await At("new Cup(2).|"));
        Assert.Contains("Pour", await At("Po|"));
        Assert.Contains("Average", await At("temperatures.Av|"));
    }

    [Fact]
    public async Task Directives_files_and_folders_are_offered()
    {
        folder.Write("setup.csx", "");
        folder.Write("data/tea.csv", "");
        folder.Write("lib.dll", "");

        Assert.Equal(["#!import"], await At("#!im|"));
        Assert.Equal(["setup.csx"], await At("#!import se|"));
        Assert.Equal(["lib.dll"], await At("#r \"li|"));
        Assert.Equal(["data/"], await At("var f = File.ReadAllText(\"da|\");"));
        Assert.Equal(["tea.csv"], await At("var f = File.ReadAllText(\"data/|"));
    }

    [Fact]
    public async Task Directives_of_the_cell_do_nothing_while_it_is_written()
    {
        Assert.Contains("WriteLine", await At("#r \"nuget: No.Such.Package, 1.0.0\"\n#!import nothing.csx\nConsole.WriteL|"));
    }

    [Fact]
    public async Task The_replaced_text_is_the_whole_word()
    {
        var found = await engine.CompleteAsync("Console.Writer", 10);

        Assert.Equal((8, 14), (found.Start, found.End));
    }

    public void Dispose()
    {
        engine.Dispose();
        folder.Dispose();
    }
}
