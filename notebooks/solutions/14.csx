// Solutions of notebook 14. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-14-1
var lstmNumbers = 4 * (20 * 10 + 20 * 20 + 20.0);
#endregion

#region ex-14-1 mistake
var lstmNumbers = 4 * (20 * 10 + 20 * 20.0);   // the biases are missing
#endregion

#region ex-14-2
var crossing = 12 * 64 / 2.0;
#endregion

#region ex-14-2 mistake
var crossing = 12 * 64.0;   // the 2 is missing
#endregion

#region ex-14-3
double[] MyContext(double[] scores, Matrix states)
{
    var total = scores.Sum(Math.Exp);
    return [.. Enumerable.Range(0, states.Rows).Select(row =>
        scores.Select((score, t) => Math.Exp(score) / total * states[row, t]).Sum())];
}
#endregion

#region ex-14-3 mistake
double[] MyContext(double[] scores, Matrix states)
{
    return [.. Enumerable.Range(0, states.Rows).Select(row =>      // not divided by their sum
        scores.Select((score, t) => Math.Exp(score) * states[row, t]).Sum())];
}
#endregion

#region ex-14-4
var sensor = "LSTM";
var books = "transformer";
var house = "feed-forward";
#endregion

#region ex-14-4 mistake
var sensor = "transformer";
var books = "transformer";
var house = "LSTM";
#endregion
