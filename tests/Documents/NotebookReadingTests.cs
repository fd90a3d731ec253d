using System.Text;
using NotebookHost.Documents;

namespace CourseTests.Documents;

public sealed class NotebookReadingTests
{
    const string Small = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "title",
           "metadata": {"slideshow": {"slide_type": "slide"}, "tags": ["intro", "optional"]},
           "source": ["# Ağırlık\n", "\n", "dondurma 🍦"]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "first",
           "metadata": {},
           "outputs": [{"name": "stdout", "output_type": "stream", "text": ["135\n"]}],
           "source": "5 * 27"
          }
         ],
         "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}},
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """;

    static string WithCell(string cell) =>
        $$"""{"cells": [{{cell}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""";

    [Fact]
    public void Cells_show_their_parts()
    {
        var notebook = Notebook.Parse(Small, "small.ipynb");

        Assert.Equal(".net-csharp", notebook.KernelName);
        Assert.Equal([CellKind.Markdown, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal("# Ağırlık\n\ndondurma 🍦", notebook.Cells[0].Source);
        Assert.True(notebook.Cells[0].HasTag("optional"));
        Assert.False(notebook.Cells[1].HasTag("optional"));
        Assert.Equal("5 * 27", notebook.Cells[1].Source);
        Assert.Equal(3, notebook.Cells[1].ExecutionCount);
        Assert.Single(notebook.Cells[1].Outputs);
    }

    [Fact]
    public void Prose_has_no_outputs() =>
        Assert.Throws<InvalidOperationException>(() => Notebook.Parse(Small, "small.ipynb").Cells[0].Outputs);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("hello", "line 1, byte 1: not valid JSON")]
    [InlineData("{\n \"cells\": [,]\n}", "line 2, byte 12: not valid JSON")]
    [InlineData("{\"a\": 1,\n\"a\": 2}", "not valid JSON (Duplicate")]
    [InlineData("{\n<<<<<<< ours\n}", "merge conflict")]
    [InlineData("[1, 2]", "found a list where a notebook")]
    [InlineData("{}", "no \"nbformat\"")]
    [InlineData("{\"nbformat\": \"four\"}", "\"nbformat\" is the text \"four\"")]
    [InlineData("{\"nbformat\": 3, \"worksheets\": []}", "nbformat 3 can't be read")]
    [InlineData("{\"nbformat\": 5, \"cells\": []}", "nbformat 5 can't be read")]
    [InlineData("{\"nbformat\": 4}", "\"cells\" is missing")]
    [InlineData("{\"nbformat\": 4, \"metadata\": 7, \"cells\": []}", "\"metadata\" is 7")]
    [InlineData("{\"nbformat\": 4, \"cells\": [], \"x\": \"\\ud800\"}", "$.x isn't text")]
    public void What_is_not_a_notebook_is_refused_with_place_and_reason(string text, string complaint)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(text, "bad.ipynb"));
        Assert.StartsWith("bad.ipynb: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "found 1 where a cell")]
    [InlineData("""{"id": "a", "source": ""}""", "\"cell_type\" is missing")]
    [InlineData("""{"cell_type": "heading", "id": "a", "source": ""}""", "\"cell_type\" is the text \"heading\"")]
    [InlineData("""{"cell_type": "markdown", "source": ""}""", "the id is missing")]
    [InlineData("""{"cell_type": "markdown", "id": "a b", "source": ""}""", "\"id\" is the text \"a b\"")]
    [InlineData("""{"cell_type": "markdown", "id": 5, "source": ""}""", "\"id\" is 5")]
    [InlineData("""{"cell_type": "markdown", "id": "a"}""", "\"source\" is missing")]
    [InlineData("""{"cell_type": "markdown", "id": "a", "source": [1]}""", "\"source\" is a list")]
    [InlineData("""{"cell_type": "markdown", "id": "a", "source": "", "metadata": []}""", "\"metadata\" is a list")]
    [InlineData("""{"cell_type": "markdown", "id": "a", "source": "", "metadata": {"tags": "x"}}""", "\"tags\" is the text")]
    [InlineData("""{"cell_type": "code", "id": "a", "source": "", "outputs": {}}""", "\"outputs\" is an object")]
    [InlineData("""{"cell_type": "code", "id": "a", "source": "", "outputs": [{}]}""", "output 1 is an object without")]
    [InlineData("""{"cell_type": "code", "id": "a", "source": "", "execution_count": "x"}""", "\"execution_count\" is the text")]
    public void A_wrong_cell_is_refused_with_its_number(string cell, string complaint)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(WithCell(cell), "bad.ipynb"));
        Assert.StartsWith("bad.ipynb: cell 1: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_cells_with_one_id_are_refused()
    {
        const string cell = """{"cell_type": "markdown", "id": "same", "source": ""}""";
        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(WithCell($"{cell}, {cell}"), "bad.ipynb"));
        Assert.Contains("cells 1 and 2 share the id \"same\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_of_older_formats_get_ids_that_are_not_written()
    {
        const string old = """{"cells": [{"cell_type": "raw", "metadata": {}, "source": []}], "metadata": {}, "nbformat": 4, "nbformat_minor": 2}""";
        var notebook = Notebook.Parse(old, "old.ipynb");
        Assert.Equal("cell-1", notebook.Cells[0].Id);
        Assert.DoesNotContain("cell-1", notebook.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_are_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("windows.ipynb", "\uFEFF" + Small.ReplaceLineEndings("\r\n"));
        Assert.Equal(Notebook.Parse(Small, "small").ToJson(), Notebook.Load(path).ToJson());
    }

    [Fact]
    public void Missing_files_folders_and_UTF16_are_named()
    {
        using var folder = new TemporaryFolder();
        static string Complaint(string path) => Assert.Throws<NotebookFormatException>(() => Notebook.Load(path)).Message;

        Assert.Contains("no such file", Complaint(Path.Combine(folder.Path, "none.ipynb")), StringComparison.Ordinal);
        Assert.Contains("this is a folder", Complaint(folder.Path), StringComparison.Ordinal);
        var wide = Path.Combine(folder.Path, "wide.ipynb");
        File.WriteAllText(wide, Small, Encoding.Unicode);
        Assert.Contains("UTF-16", Complaint(wide), StringComparison.Ordinal);
        var latin = Path.Combine(folder.Path, "latin.ipynb");
        File.WriteAllText(latin, Small.Replace("dondurma", "Gr\u00fc\u00dfe", StringComparison.Ordinal), Encoding.Latin1);
        Assert.Contains("isn't text", Complaint(latin), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_stands_for_an_id_avoids_the_ids_that_are_there()
    {
        var notebook = Notebook.Parse(
            """{"cells":[{"cell_type":"markdown","source":""},{"cell_type":"markdown","id":"cell-1","source":""}],"nbformat":4,"nbformat_minor":4}""", "x");
        Assert.Equal(["cell-1-", "cell-1"], notebook.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void A_large_execution_count_is_no_reason_to_refuse_a_notebook() =>
        Assert.Single(Notebook.Parse(
            """{"cells":[{"cell_type":"code","id":"a","execution_count":99999999999,"outputs":[],"metadata":{},"source":""}],"nbformat":4,"nbformat_minor":5}""", "x").Cells);

    [Theory]
    [InlineData("{\"cells\": [")]
    [InlineData("{\"cells\": [x]}")]
    public void Broken_JSON_is_told_without_the_parsers_own_words(string json)
    {
        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(json, "x"));
        Assert.DoesNotContain("BytePosition", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Path:", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("depth", error.Message, StringComparison.Ordinal);
    }
}
