// Solutions of notebook 09. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-9-1
var stepsToVanish = Math.Ceiling(Math.Log(0.001) / Math.Log(0.8));
var stepsToExplode = Math.Ceiling(Math.Log(1000) / Math.Log(1.2));
#endregion

#region ex-9-1 mistake
var stepsToVanish = Math.Floor(Math.Log(0.001) / Math.Log(0.8));   // there it is still more than a thousandth
var stepsToExplode = Math.Floor(Math.Log(1000) / Math.Log(1.2));
#endregion

#region ex-9-2
double[] Backwards(double weight, double[] h, double last)
{
    var gradient = new double[h.Length];
    gradient[^1] = last;
    for (var t = h.Length - 2; t >= 0; t--)
        gradient[t] = gradient[t + 1] * (1 - h[t + 1] * h[t + 1]) * weight;
    return gradient;
}
#endregion

#region ex-9-2 mistake
double[] Backwards(double weight, double[] h, double last)
{
    var gradient = new double[h.Length];
    gradient[^1] = last;
    for (var t = h.Length - 2; t >= 0; t--)
        gradient[t] = gradient[t + 1] * (1 - h[t] * h[t]) * weight;   // the slope of the wrong step
    return gradient;
}
#endregion

#region ex-9-3
double[] Clip(double[] gradient, double limit)
{
    var length = Math.Sqrt(gradient.Sum(g => g * g));
    return length <= limit ? gradient : [.. gradient.Select(g => g * limit / length)];
}
#endregion

#region ex-9-3 mistake
double[] Clip(double[] gradient, double limit)
{
    return [.. gradient.Select(g => Math.Clamp(g, -limit, limit))];   // this turns the gradient
}
#endregion

#region ex-9-4
var wild = Initializer.Normal(0.4).Create(32, 32, new Random(5));
Matrix tamed = wild * (0.95 / Radius(wild));
#endregion

#region ex-9-4 mistake
var wild = Initializer.Normal(0.4).Create(32, 32, new Random(5));
Matrix tamed = wild * (0.95 / wild.Norm());   // its length isn't its radius
#endregion

#region ex-9-5
var gateValue = Math.Pow(0.5, 1 / 100.0);
var gateBias = Math.Log(gateValue / (1 - gateValue));
#endregion

#region ex-9-5 mistake
var gateValue = 1 - 0.5 / 100;   // as if the losses added up; they multiply
var gateBias = Math.Log(gateValue / (1 - gateValue));
#endregion
