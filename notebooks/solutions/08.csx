// Solutions of notebook 08. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-8-1
var afterFirst = Math.Tanh(0.5 * 0 + 2 * 1);
var afterThird = Math.Tanh(0.5 * Math.Tanh(0.5 * afterFirst));
#endregion

#region ex-8-1 mistake
var afterFirst = Math.Tanh(2);
var afterThird = 0.5 * 0.5 * afterFirst;   // not bent on the way
#endregion

#region ex-8-2
var numbersFor50 = 20 * 20 + 20 * 10 + 20 + 5 * 20 + 5;
var numbersFor500 = numbersFor50;
#endregion

#region ex-8-2 mistake
var numbersFor50 = 50 * (20 * 20 + 20 * 10 + 20) + 5 * 20 + 5;   // as if each step had its own weights
var numbersFor500 = 500 * (20 * 20 + 20 * 10 + 20) + 5 * 20 + 5;
#endregion

#region ex-8-3
Matrix Recur(Matrix whh, Matrix wxh, Matrix b, Matrix x)
{
    var h = new Matrix(whh.Rows, 1);
    var all = new List<Matrix>();
    for (var t = 0; t < x.Columns; t++)
    {
        h = (whh * h + wxh * x.GetColumns(t, 1) + b).Tanh();
        all.Add(h);
    }
    return Sequences.JoinSteps(all);
}
#endregion

#region ex-8-3 mistake
Matrix Recur(Matrix whh, Matrix wxh, Matrix b, Matrix x)
{
    var all = new List<Matrix>();
    for (var t = 0; t < x.Columns; t++)
    {
        var h = new Matrix(whh.Rows, 1);   // forgotten in every step
        all.Add((whh * h + wxh * x.GetColumns(t, 1) + b).Tanh());
    }
    return Sequences.JoinSteps(all);
}
#endregion

#region ex-8-4
Matrix food4 = Matrix.FromFunction(8, 4, (u, j) => j == (u < 4 ? u : (u + 3) % 4) ? 1 : 0);
Matrix weather4 = Matrix.FromFunction(8, 2, (u, sky) => u / 4 == sky ? 1 : 0);
Matrix merge4 = Matrix.FromFunction(4, 8, (dish, u) => u % 4 == dish ? 1 : 0);
#endregion

#region ex-8-4 mistake
Matrix food4 = Matrix.FromFunction(8, 4, (u, j) => j == (u < 4 ? u : (u + 1) % 4) ? 1 : 0);   // backwards
Matrix weather4 = Matrix.FromFunction(8, 2, (u, sky) => u / 4 == sky ? 1 : 0);
Matrix merge4 = Matrix.FromFunction(4, 8, (dish, u) => u % 4 == dish ? 1 : 0);
#endregion

#region ex-8-5
var w = 3.0;
var u = 5.0;
var b = 0.0;
#endregion

#region ex-8-5 mistake
var w = 0.9;   // it fades
var u = 5.0;
var b = 0.0;
#endregion
