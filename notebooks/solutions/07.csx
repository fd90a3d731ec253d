// Solutions of notebook 07. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-7-1
double[] withRelu = [0, 0];
double[] withPrelu = [-0.2, 0.1];
var atMost = Math.Pow(0.25, 10);
#endregion

#region ex-7-1 mistake
double[] withRelu = [0, 1];   // the slope of the other side
double[] withPrelu = [-0.2, 0.1];
var atMost = 0.25 * 10;   // added up, not multiplied
#endregion

#region ex-7-2
var W1 = Matrix.FromRows([1, 2], [0, -1], [3, 1]);
var b1 = Matrix.Column(1, 0, -1);
var W2 = Matrix.FromRows([[1, -1, 2]]);
var b2 = Matrix.Column(0.5);

Matrix foldedW = W2 * W1;
Matrix foldedB = W2 * b1 + b2;
#endregion

#region ex-7-2 mistake
var W1 = Matrix.FromRows([1, 2], [0, -1], [3, 1]);
var b1 = Matrix.Column(1, 0, -1);
var W2 = Matrix.FromRows([[1, -1, 2]]);
var b2 = Matrix.Column(0.5);

Matrix foldedW = W2 * W1;
Matrix foldedB = b2;   // the first bias is lost
#endregion

#region ex-7-3
double R(double x) => Math.Max(0, x);

double Tent(double x) => R(x) - 2 * R(x - 1) + R(x - 2);
#endregion

#region ex-7-3 mistake
double R(double x) => Math.Max(0, x);

double Tent(double x) => R(x) - R(x - 1);   // a step that stays up
#endregion

#region ex-7-4
double[] Drop(double[] h, double p, Random random) =>
    [.. h.Select(v => random.NextDouble() < p ? 0 : v / (1 - p))];
#endregion

#region ex-7-4 mistake
double[] Drop(double[] h, double p, Random random) =>
    [.. h.Select(v => random.NextDouble() < p ? 0 : v)];   // the mean shrinks
#endregion

#region ex-7-5
int DeadUnits(Matrix h) =>
    Enumerable.Range(0, h.Rows).Count(i => h.GetRow(i).Max() == 0);
#endregion

#region ex-7-5 mistake
int DeadUnits(Matrix h) =>
    Enumerable.Range(0, h.Rows).Count(i => h[i, 0] == 0);   // silent in the first example
#endregion
