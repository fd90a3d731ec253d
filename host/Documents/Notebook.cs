using System.Text.Json.Nodes;

namespace NotebookHost.Documents;

/// <summary>
/// A Jupyter notebook (nbformat 4). It keeps the JSON it was read from, so fields that this program doesn't know survive,
/// in their order; a file that Jupyter has written comes back byte for byte.
/// Source: the nbformat 4.5 schema.
/// </summary>
internal sealed class Notebook
{
    readonly JsonObject root;
    readonly List<Cell> cells;

    internal Notebook(JsonObject root, List<Cell> cells)
    {
        this.root = root;
        this.cells = cells;
    }

    /// <summary>An empty notebook (nbformat 4.5) for the given kernel.</summary>
    public static Notebook Create(string kernelName = ".net-csharp", string displayName = ".NET (C#)", string language = "C#") =>
        NotebookReader.Read(new JsonObject
        {
            ["cells"] = new JsonArray(),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject
                {
                    ["display_name"] = displayName,
                    ["language"] = language,
                    ["name"] = kernelName,
                },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }, "new notebook");

    /// <summary>Reads a notebook file.</summary>
    /// <exception cref="NotebookFormatException">The file is missing or isn't a notebook; the message says where and what.</exception>
    public static Notebook Load(string path) => NotebookReader.ReadFile(path);

    /// <summary>Reads a notebook from text; <paramref name="name"/> stands for the file in messages.</summary>
    /// <exception cref="NotebookFormatException">The text isn't a notebook; the message says where and what.</exception>
    public static Notebook Parse(string json, string name) => NotebookReader.ReadText(json, name);

    /// <summary>The notebook's metadata; changes are written with it.</summary>
    public JsonObject Metadata
    {
        get
        {
            if (root["metadata"] is not JsonObject metadata) root["metadata"] = metadata = [];
            return metadata;
        }
    }

    /// <summary>The kernel that the notebook asks for, such as <c>.net-csharp</c>; null when it names none.</summary>
    public string? KernelName =>
        MultilineText.AsString(((root["metadata"] as JsonObject)?["kernelspec"] as JsonObject)?["name"]);

    /// <summary>The cells from top to bottom.</summary>
    public IReadOnlyList<Cell> Cells => cells;

    JsonArray CellArray => (JsonArray)root["cells"]!;

    /// <summary>Adds a cell at the end.</summary>
    public void Add(Cell cell) => Insert(cells.Count, cell);

    /// <summary>Puts a cell before the one that is now at <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentException">Another cell has the same id, or the cell belongs to a notebook already.</exception>
    public void Insert(int index, Cell cell)
    {
        if (cells.Exists(other => other.Id == cell.Id))
            throw new ArgumentException($"The notebook has a cell with id \"{cell.Id}\" already; give the new one another id.");
        if (cell.Json.Parent is not null)
            throw new ArgumentException($"Cell \"{cell.Id}\" belongs to a notebook already; remove it there first.");
        CellArray.Insert(index, cell.Json);
        cells.Insert(index, cell);
    }

    /// <summary>Takes the cell at <paramref name="index"/> out.</summary>
    public void RemoveAt(int index)
    {
        CellArray.RemoveAt(index);
        cells.RemoveAt(index);
    }

    /// <summary>Puts another cell in the place of the one at <paramref name="index"/>.</summary>
    public void Replace(int index, Cell cell)
    {
        var old = cells[index];
        RemoveAt(index);
        try
        {
            Insert(index, cell);
        }
        catch (ArgumentException)
        {
            Insert(index, old);
            throw;
        }
    }

    /// <summary>An independent copy.</summary>
    public Notebook Clone() => NotebookReader.Read((JsonObject)root.DeepClone(), "copy");

    /// <summary>The text as Jupyter writes it: one space of indentation, no needless escapes, a line feed at the end.</summary>
    public string ToJson() => NotebookWriter.Write(root);

    /// <summary>
    /// Writes the file by way of a temporary neighbour that is renamed at the end, so that a full disk or a crash
    /// leaves the old file as it was.
    /// </summary>
    /// <exception cref="IOException">The folder can't be written to, or the disk is full.</exception>
    public void Save(string path) => NotebookWriter.Save(ToJson(), path);
}
