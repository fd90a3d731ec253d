namespace CourseLib.Data.Texts;

/// <summary>a is to b as c is to d: a man to a king as a woman to a queen; with word vectors, <c>b − a + c ≈ d</c>.</summary>
public sealed record Analogy(string A, string B, string C, string D)
{
    /// <inheritdoc/>
    public override string ToString() => $"{A} : {B} = {C} : {D}";
}
