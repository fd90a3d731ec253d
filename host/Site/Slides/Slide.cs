using NotebookHost.Documents;

namespace NotebookHost.Site.Slides;

/// <summary>One slide of a lecture: cells, some of which come one after the other, and what the speaker sees.</summary>
internal sealed class Slide(bool isBelow)
{
    /// <summary>Whether it goes deeper into the slide before it.</summary>
    public bool IsBelow => isBelow;

    /// <summary>Its cells; a fragment is shown at the next step.</summary>
    public List<(Cell Cell, bool IsFragment)> Parts { get; } = [];

    /// <summary>Cells for the speaker alone.</summary>
    public List<Cell> Notes { get; } = [];

    /// <summary>The slides of a notebook, by the <c>slideshow</c> metadata of its cells: slide, subslide, fragment, notes, skip.</summary>
    public static IReadOnlyList<Slide> Of(Notebook notebook)
    {
        var slides = new List<Slide>();
        foreach (var cell in notebook.Cells)
        {
            var type = MultilineText.AsString((cell.Metadata["slideshow"] as System.Text.Json.Nodes.JsonObject)?["slide_type"]);
            if (type == "skip")
                continue;
            if (type is "slide" or "subslide" || slides.Count == 0)
                slides.Add(new Slide(type == "subslide" && slides.Count > 0));
            if (type == "notes")
                slides[^1].Notes.Add(cell);
            else
                slides[^1].Parts.Add((cell, type == "fragment"));
        }
        slides.RemoveAll(slide => slide.Parts.Count == 0);
        return slides;
    }
}
