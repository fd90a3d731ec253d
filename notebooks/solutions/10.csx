// Solutions of notebook 10. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-10-1
var newCell = 0.9 * 2 + 0.5 * -0.4;
var newHidden = 0.8 * Math.Tanh(newCell);
#endregion

#region ex-10-1 mistake
var newCell = 0.9 * 2 + 0.5 * -0.4;
var newHidden = 0.8 * newCell;   // shown without the tanh
#endregion

#region ex-10-2
var bellWeight = 16.0;
var bellBias = -8.0;
#endregion

#region ex-10-2 mistake
var bellWeight = 16.0;   // only the weight's sign turned: the gate never closes
var bellBias = 8.0;
#endregion

#region ex-10-3
double[] Shares(double[] forget, double[] input)
{
    var shares = new double[forget.Length];
    var kept = 1.0;
    for (var t = forget.Length - 1; t >= 0; t--)
    {
        shares[t] = input[t] * kept;
        kept *= forget[t];
    }
    return shares;
}
#endregion

#region ex-10-3 mistake
double[] Shares(double[] forget, double[] input)
{
    var shares = new double[forget.Length];
    var kept = 1.0;
    for (var t = forget.Length - 1; t >= 0; t--)
    {
        kept *= forget[t];   // its own forget gate wipes what was there before, not the new
        shares[t] = input[t] * kept;
    }
    return shares;
}
#endregion

#region ex-10-4
double plainNumbers = 64 * (100 + 64 + 1);
double lstmNumbers = 4 * plainNumbers;
#endregion

#region ex-10-4 mistake
double plainNumbers = 64 * (100 + 64 + 1);
double lstmNumbers = 3 * plainNumbers;   // three gates; the candidate has weights, too
#endregion

#region ex-10-5
double GruStep(double x, double h, double[] wx, double[] wh, double[] b)
{
    var r = Sigmoid(wx[0] * x + wh[0] * h + b[0]);
    var z = Sigmoid(wx[1] * x + wh[1] * h + b[1]);
    var n = Math.Tanh(wx[2] * x + b[2] + r * wh[2] * h);
    return z * h + (1 - z) * n;
}
#endregion

#region ex-10-5 mistake
double GruStep(double x, double h, double[] wx, double[] wh, double[] b)
{
    var r = Sigmoid(wx[0] * x + wh[0] * h + b[0]);
    var z = Sigmoid(wx[1] * x + wh[1] * h + b[1]);
    var n = Math.Tanh(wx[2] * x + b[2] + r * wh[2] * h);
    return (1 - z) * h + z * n;   // the other convention: here z keeps
}
#endregion

#region ex-10-6
var countX = Matrix.FromFunction(4, 2, (row, letter) => row < 3 ? 0 : letter == 0 ? 20 : -20);
var countB = Matrix.Column(20, 20, 0, 0);
#endregion

#region ex-10-6 mistake
var countX = Matrix.FromFunction(4, 2, (row, letter) => row < 3 ? 0 : letter == 0 ? 1 : -1);   // the tanh makes 0.76 of it
var countB = Matrix.Column(20, 20, 0, 0);
#endregion
