// Solutions of notebook 06. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-6-1
var afterOneStep = 4 - 0.1 * 6 * (4 - 2);
var oneStepRate = (4 - 2) / (6.0 * (4 - 2));
#endregion

#region ex-6-1 mistake
var afterOneStep = 4 + 0.1 * 6 * (4 - 2);   // uphill
var oneStepRate = 2 / 6.0;   // the limit, not the middle
#endregion

#region ex-6-2
var rateLimit = 2.0 / 80;
var conditionNumber = 80.0 / 6;
#endregion

#region ex-6-2 mistake
var rateLimit = 2.0 / 40;   // the factor of y², not the second derivative
var conditionNumber = 40.0 / 3;
#endregion

#region ex-6-3
double HeavyBall(double[] slopes, double rate, double momentum)
{
    var (w, v) = (0.0, 0.0);
    foreach (var g in slopes)
    {
        v = momentum * v + g;
        w -= rate * v;
    }
    return w;
}
#endregion

#region ex-6-3 mistake
double HeavyBall(double[] slopes, double rate, double momentum)
{
    var w = 0.0;
    foreach (var g in slopes)
    {
        var v = 0.0;   // forgotten in every step
        v = momentum * v + g;
        w -= rate * v;
    }
    return w;
}
#endregion

#region ex-6-4
Schedule plan = Schedule.Step(0.01, every: 40 * 600 / 20, factor: 0.1);
#endregion

#region ex-6-4 mistake
Schedule plan = Schedule.Step(0.01, every: 40, factor: 0.1);   // epochs, not updates
#endregion

#region ex-6-5
var sgdMoves = 0.01 * 1000;
var adamMoves = 0.01;
#endregion

#region ex-6-5 mistake
var sgdMoves = 0.01 * 1000;
var adamMoves = 0.01 * 1000;   // Adam's step doesn't grow with the slope
#endregion
