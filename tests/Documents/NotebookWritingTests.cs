using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NotebookHost.Documents;

namespace CourseTests.Documents;

public sealed class NotebookWritingTests
{
    // As Jupyter writes it: sorted keys, empty lists and objects closed at once, only what JSON demands escaped.
    const string FromJupyter = "{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"id\": \"a1\",\n"
        + "   \"metadata\": {\n    \"tags\": []\n   },\n   \"outputs\": [\n    {\n     \"data\": {\n      \"application/json\": {\n"
        + "       \"big\": 12345678901234567890123,\n       \"x\": 1.50,\n       \"y\": -0.0,\n       \"z\": 1e+20\n      }\n     },\n"
        + "     \"metadata\": {},\n     \"output_type\": \"display_data\"\n    }\n   ],\n   \"source\": [\n"
        + "    \"var s = \\\"ığüşöç İ 🍦 <b>&'+`\\\\u0041\\\"; \\t\\u001b\\u007f\\n\",\n    \"\\u0000\\b\\f\\r\"\n   ]\n  }\n ],\n"
        + " \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5,\n \"unknown\": [\n  true,\n  null,\n  {}\n ]\n}\n";

    [Fact]
    public void What_Jupyter_wrote_comes_back_byte_for_byte()
    {
        var text = FromJupyter.Replace("\\u007f", "\u007f", StringComparison.Ordinal);
        Assert.Equal(text, Notebook.Parse(text, "jupyter.ipynb").ToJson());
        Assert.Equal(text, Notebook.Parse(text, "jupyter.ipynb").Clone().ToJson());
    }

    [Fact]
    public void The_notebooks_of_the_course_come_back_byte_for_byte()
    {
        var folder = RepositoryFolder.Combine("notebooks");
        Assert.SkipUnless(Directory.Exists(folder), "There is no folder notebooks/ yet.");
        foreach (var path in Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories))
        {
            if (path.Contains(".ipynb_checkpoints", StringComparison.Ordinal)) continue;
            var bytes = File.ReadAllBytes(path);
            Assert.True(bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(Notebook.Load(path).ToJson())),
                $"{path} isn't as Jupyter would write it; open and save it, or run it through Notebook.Save.");
        }
    }

    [Fact]
    public void Generated_notebooks_survive_writing_and_reading()
    {
        Prop.ForAll(GeneratedNotebooks.Arbitrary, json =>
        {
            var notebook = Notebook.Parse(json.ToJsonString(), "generated");
            var written = notebook.ToJson();
            var again = Notebook.Parse(written, "again");
            return written == again.ToJson()
                && JsonNode.DeepEquals(json, JsonNode.Parse(written))
                && notebook.Cells.Select(cell => cell.Source).SequenceEqual(again.Cells.Select(cell => cell.Source));
        }).Check(Properties.Repeatable(200));
    }

    [Fact]
    public void Generated_garbage_is_refused_and_never_crashes()
    {
        // A valid notebook with one byte changed either still reads or is refused in the one way that callers expect.
        var arbitrary = ArbMap.Default.ArbFor<PositiveInt>().Generator.Zip(Gen.Choose(0, 255)).ToArbitrary();
        var valid = Encoding.UTF8.GetBytes(FromJupyter);
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "garbage.ipynb");
        Prop.ForAll(arbitrary, change =>
        {
            var bytes = (byte[])valid.Clone();
            bytes[change.Item1.Get * 7919 % bytes.Length] = (byte)change.Item2;
            File.WriteAllBytes(path, bytes);
            try
            {
                Notebook.Load(path).ToJson();
            }
            catch (NotebookFormatException error)
            {
                return error.Message.StartsWith(path, StringComparison.Ordinal);
            }
            return true;
        }).Check(Properties.Repeatable(500));
    }

    [Fact]
    public void A_source_that_is_set_is_stored_in_lines_and_an_equal_one_is_left_alone()
    {
        var cell = Cell.NewCode("a", "one");
        cell.Source = "one\n\ntwo";
        Assert.Equal("""["one\n","\n","two"]""", cell.Json["source"]!.ToJsonString());
        cell.Source = "";
        Assert.Equal("[]", cell.Json["source"]!.ToJsonString());

        cell.Json["source"] = "as it was\nin the file";
        cell.Source = "as it was\nin the file";
        Assert.Equal("as it was\nin the file", cell.Json["source"]!.GetValue<string>());
    }

    [Fact]
    public void Cells_can_be_added_removed_and_replaced()
    {
        var notebook = Notebook.Create();
        notebook.Add(Cell.NewMarkdown("a", "# A"));
        notebook.Add(Cell.NewCode("c", "3"));
        notebook.Insert(1, Cell.NewCode("b", "2"));
        notebook.Replace(2, Cell.NewCode("c", "4"));
        notebook.RemoveAt(0);

        var again = Notebook.Parse(notebook.ToJson(), "again");
        Assert.Equal(["b", "c"], again.Cells.Select(cell => cell.Id));
        Assert.Equal(["2", "4"], again.Cells.Select(cell => cell.Source));
        Assert.Throws<ArgumentException>(() => notebook.Add(Cell.NewCode("b", "")));
        Assert.Throws<ArgumentException>(() => notebook.Replace(0, Cell.NewCode("c", "")));
        Assert.Equal(["b", "c"], notebook.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void A_copy_is_independent()
    {
        var notebook = Notebook.Create();
        notebook.Add(Cell.NewCode("a", "1"));
        var copy = notebook.Clone();
        copy.Cells[0].Source = "2";
        Assert.Equal("1", notebook.Cells[0].Source);
    }

    [Fact]
    public void Saving_replaces_the_file_and_leaves_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.ipynb", "old");
        Notebook.Create().Save(path);
        Assert.Empty(Notebook.Load(path).Cells);
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_save_that_fails_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        // A folder in the place of the file: the final rename fails.
        var path = Path.Combine(folder.Path, "a.ipynb");
        Directory.CreateDirectory(path);
        Assert.ThrowsAny<Exception>(() => Notebook.Create().Save(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }
}
