// Solutions of notebook 02. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-2-1
var kioskWeight = (146.0 - 96) / (30 - 20);
var kioskBias = 96 - kioskWeight * 20;
#endregion

#region ex-2-1 mistake
var kioskWeight = 96.0 / 20;   // a line through the origin and the first day only
var kioskBias = 0.0;
#endregion

#region ex-2-2
double MyLoss(double w, double b)
{
    return x.Zip(y, (xi, yi) => Math.Pow(w * xi + b - yi, 2)).Average();
}
#endregion

#region ex-2-2 mistake
double MyLoss(double w, double b)
{
    return x.Zip(y, (xi, yi) => Math.Pow(w * xi + b - yi, 2)).Sum();   // the sum, not the mean
}
#endregion

#region ex-2-3
var slopes = here.Gradient(x, y);
var newWeight = 4 - 0.0005 * slopes.Weight;
var newBias = 0 - 0.0005 * slopes.Bias;
#endregion

#region ex-2-3 mistake
var slopes = here.Gradient(x, y);
var newWeight = 4 + 0.0005 * slopes.Weight;   // uphill
var newBias = 0 + 0.0005 * slopes.Bias;
#endregion

#region ex-2-4
LinearModel inFahrenheit = new LinearModel(
    weight: best.Weight / 1.8, bias: best.Bias - best.Weight * 32 / 1.8);
#endregion

#region ex-2-4 mistake
LinearModel inFahrenheit = new LinearModel(
    weight: best.Weight / 1.8, bias: best.Bias);   // the 32 degrees forgotten
#endregion

#region ex-2-5
var town = Datasets.Houses(400, seed: 11, correlated: true);
var learned = LinearModel.LeastSquares([town.Garden, town.Pool], town.Price);

var borrowed = LinearModel.LeastSquares([town.Garden, town.Pool], town.Hidden).Weights[0];
var gardenAlone = learned.Weights[0] - borrowed;
#endregion

#region ex-2-5 mistake
var town = Datasets.Houses(400, seed: 11, correlated: true);
var learned = LinearModel.LeastSquares([town.Garden, town.Pool], town.Price);

var borrowed = imitated.Weights[0];   // that was the other market
var gardenAlone = learned.Weights[0] - borrowed;
#endregion
