// Solutions of notebook 13. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-13-1
var weightOfFirst = 3.0 / (3 + 1);
var contextOfBoth = weightOfFirst * 8 + (1 - weightOfFirst) * 4;
#endregion

#region ex-13-1 mistake
var weightOfFirst = 9.0 / (9 + 1);   // not divided by √d
var contextOfBoth = weightOfFirst * 8 + (1 - weightOfFirst) * 4;
#endregion

#region ex-13-2
Matrix ahead = Matrix.FromRows(
    [Math.Cos(1), Math.Sin(1)],
    [-Math.Sin(1), Math.Cos(1)]);
#endregion

#region ex-13-2 mistake
Matrix ahead = Matrix.FromRows(       // the minus at the wrong sine: back again
    [Math.Cos(1), -Math.Sin(1)],
    [Math.Sin(1), Math.Cos(1)]);
#endregion

#region ex-13-3
Matrix CausalWeights(Matrix scores)
{
    return Matrix.FromFunction(scores.Rows, scores.Columns, (key, query) =>
        key > query ? double.NegativeInfinity : scores[key, query]).Softmax();
}
#endregion

#region ex-13-3 mistake
Matrix CausalWeights(Matrix scores)
{
    var weights = scores.Softmax();
    return Matrix.FromFunction(scores.Rows, scores.Columns, (key, query) =>
        key > query ? 0 : weights[key, query]);   // too late: the columns don't sum to 1
}
#endregion

#region ex-13-4
int BlockParameters(int d)
{
    var attention = 4 * (d * d + d);
    var feedForward = 4 * d * d + 4 * d + d * 4 * d + d;
    var norms = 2 * 2 * d;
    return attention + feedForward + norms;
}
#endregion

#region ex-13-4 mistake
int BlockParameters(int d)
{
    return 4 * d * d + 8 * d * d;   // without biases and norms
}
#endregion

#region ex-13-5
double PerplexityOf(double[] probabilities)
{
    return Math.Exp(probabilities.Average(p => -Math.Log(p)));
}
#endregion

#region ex-13-5 mistake
double PerplexityOf(double[] probabilities)
{
    return 1 / probabilities.Average();   // the mean of the probabilities
}
#endregion

#region ex-13-6
double[] Heated(double[] logits, double temperature)
{
    double[] powers = [.. logits.Select(z => Math.Exp(z / temperature))];
    return [.. powers.Select(p => p / powers.Sum())];
}
#endregion

#region ex-13-6 mistake
double[] Heated(double[] logits, double temperature)
{
    double[] powers = [.. logits.Select(z => Math.Exp(z * temperature))];   // times
    return [.. powers.Select(p => p / powers.Sum())];
}
#endregion
