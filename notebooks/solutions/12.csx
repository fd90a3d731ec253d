// Solutions of notebook 12. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-12-1
double[] handWeights = [1.0 / 4, 3.0 / 4];
var handContext = 0.25 * 10 + 0.75 * 20;
#endregion

#region ex-12-1 mistake
double[] handWeights = [0, Math.Log(3)];   // scores, not weights
var handContext = Math.Log(3) * 20;
#endregion

#region ex-12-2
double[] Attend(double[] query, double[][] states)
{
    var weights = Softmax([.. states.Select(h => Dot(query, h))]);
    return [.. Enumerable.Range(0, states[0].Length)
        .Select(i => weights.Zip(states, (w, h) => w * h[i]).Sum())];
}
#endregion

#region ex-12-2 mistake
double[] Attend(double[] query, double[][] states)
{
    double[] scores = [.. states.Select(h => Dot(query, h))];   // no softmax
    return [.. Enumerable.Range(0, states[0].Length)
        .Select(i => scores.Zip(states, (w, h) => w * h[i]).Sum())];
}
#endregion

#region ex-12-3
double[] MaskedSoftmax(double[] scores, bool[] real)
{
    double[] exponentials = [.. scores.Zip(real, (e, isReal) => isReal ? Math.Exp(e) : 0)];
    return [.. exponentials.Select(one => one / exponentials.Sum())];
}
#endregion

#region ex-12-3 mistake
double[] MaskedSoftmax(double[] scores, bool[] real) =>
    [.. Softmax(scores).Zip(real, (w, isReal) => isReal ? w : 0)];   // no longer sums to 1
#endregion

#region ex-12-4
int[] LooksAt(Matrix alignment) => alignment.ArgMaxOfColumns();

double placeOfYear = LooksAt(written.Alignment)[3];
#endregion

#region ex-12-4 mistake
int[] LooksAt(Matrix alignment) => alignment.Transpose().ArgMaxOfColumns();   // rows

double placeOfYear = LooksAt(written.Alignment)[3];
#endregion

#region ex-12-5
double sentenceScores = 30 * 25;
double timesAsMany = 3000.0 * 2500 / sentenceScores;
#endregion

#region ex-12-5 mistake
double sentenceScores = 30 + 25;
double timesAsMany = 100;
#endregion
