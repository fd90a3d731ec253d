using System.Text.Json;
using CourseLib.Matrices;

namespace CourseTests;

/// <summary>Numbers that another program computed, in tests/fixtures; the scripts that made them lie beside them.</summary>
static class Fixtures
{
    /// <summary>The content of tests/fixtures/name.json.</summary>
    public static JsonElement Read(string name)
    {
        using var stream = File.OpenRead(RepositoryFolder.Combine("tests", "fixtures", name + ".json"));
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    public static double[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(one => one.GetDouble())];

    public static int[] Integers(this JsonElement array) => [.. array.EnumerateArray().Select(one => one.GetInt32())];

    /// <summary>A list of rows as a matrix.</summary>
    public static Matrix Rows(this JsonElement rows) => Matrix.FromRows([.. rows.EnumerateArray().Select(Numbers)]);

    /// <summary>A list of columns as a matrix: examples × features in Python, features × examples here.</summary>
    public static Matrix Columns(this JsonElement columns) => Matrix.FromColumns([.. columns.EnumerateArray().Select(Numbers)]);

    /// <summary>Demands that numbers agree, relative to the largest of them (or to 1, when all are smaller).</summary>
    public static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance = 1e-9)
    {
        double[] wanted = [.. expected], got = [.. actual];
        Assert.Equal(wanted.Length, got.Length);
        var scale = wanted.Select(Math.Abs).Append(1).Max();
        for (var i = 0; i < wanted.Length; i++)
            Assert.True(Math.Abs(wanted[i] - got[i]) <= tolerance * scale, FormattableString.Invariant($"Number {i}: {wanted[i]:g17} was expected, {got[i]:g17} came."));
    }

    /// <summary>Demands that matrices agree, relative to the largest number (or to 1).</summary>
    public static void AssertClose(Matrix expected, Matrix actual, double tolerance = 1e-9)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        AssertClose(expected.Data, actual.Data, tolerance);
    }
}
