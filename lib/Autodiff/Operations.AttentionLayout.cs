using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>Where heads and examples lie in a matrix.</content>
public static partial class Operations
{
    /// <summary>
    /// Examples are blocks of columns, one after the other; heads are blocks of rows. So the part that one head sees of one
    /// example is a block of the matrix, and nothing needs to be copied.
    /// </summary>
    /// <param name="Heads">How many heads.</param>
    /// <param name="Batch">How many examples.</param>
    /// <param name="Queries">Steps of an example that ask.</param>
    /// <param name="Keys">Steps of an example that are looked at.</param>
    /// <param name="KeyRoom">Columns from one example's keys to those of the next; more than <paramref name="Keys"/> where keys are still to come.</param>
    internal sealed record HeadLayout(int Heads, int Batch, int Queries, int Keys, int KeyRoom)
    {
        /// <summary>What a head sees of an example's queries or results, (d/heads) × T_q.</summary>
        public MatrixView QueryBlock(Matrix matrix, int example, int head) => Head(matrix.View().ColumnBlock(example * Queries, Queries), head);

        /// <summary>What a head sees of an example's keys or values, (d/heads) × T_k.</summary>
        public MatrixView KeyBlock(Matrix matrix, int example, int head) => Head(matrix.View().ColumnBlock(example * KeyRoom, Keys), head);

        /// <summary>The weights of a head on an example, T_k × T_q.</summary>
        public MatrixView WeightBlock(Matrix weights, int example, int head) =>
            weights.View().ColumnBlock((example * Heads + head) * Queries, Queries).RowBlock(0, Keys);

        /// <exception cref="ShapeException">The mask of what is present does not fit the keys.</exception>
        /// <exception cref="ArgumentException">It contains other numbers than 0 and 1.</exception>
        public void CheckMask(Matrix? present)
        {
            if (present is not null)
                Mask.Check("Attention", present, Keys, Batch, "keys×batch");
        }

        MatrixView Head(MatrixView view, int head) => view.RowBlock(head * (view.Rows / Heads), view.Rows / Heads);

        /// <summary>The layout of matrices that hold whole examples.</summary>
        /// <exception cref="ShapeException">The matrices don't divide into examples and heads, or don't fit to each other.</exception>
        public static HeadLayout Of(Matrix queries, Matrix keys, Matrix values, int heads, int batch)
        {
            if (batch < 1 || queries.Columns % batch != 0 || keys.Columns % batch != 0)
                throw new ShapeException($"Attention: queries {queries.Shape} and keys {keys.Shape} do not divide into {batch} examples of equal length. Pad the shorter ones, and mask the padding.");
            if (heads < 1 || queries.Rows % heads != 0 || values.Rows % heads != 0)
                throw new ShapeException($"Attention: {queries.Rows} rows of queries and {values.Rows} of values do not divide into {heads} heads; each needs an equal share.");
            if (queries.Rows != keys.Rows || keys.Columns != values.Columns)
                throw new ShapeException($"Attention: queries {queries.Shape}, keys {keys.Shape}, values {values.Shape}: queries and keys need the same number of rows, keys and values of columns.");
            return new(heads, batch, queries.Columns / batch, keys.Columns / batch, keys.Columns / batch);
        }
    }
}
