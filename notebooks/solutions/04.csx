// Solutions of notebook 04. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-4-1
var learned = "adg";
#endregion

#region ex-4-1 mistake
var learned = "adfg";   // the scheme that draws them isn't learned
#endregion

#region ex-4-2
var gridTrainings = 5.0 * 5 * 5 * 5 * 3;
var gridHours = gridTrainings * 20 / 3600;
var inOneHour = 3600.0 / 20 / 3;
#endregion

#region ex-4-2 mistake
var gridTrainings = 5.0 * 4 * 3;   // added up instead of multiplied
var gridHours = gridTrainings * 20 / 3600;
var inOneHour = 3600.0 / 20 / 3;
#endregion

#region ex-4-3
double DrawRate(Random random)
{
    return Math.Pow(10, -4 + 4 * random.NextDouble());
}
#endregion

#region ex-4-3 mistake
double DrawRate(Random random)
{
    return 0.0001 + 0.9999 * random.NextDouble();   // 99 of 100 lie above 0.01
}
#endregion

#region ex-4-4
var folds = cloud.Folds(5, seed: 1);

double CrossValidated(int k)
{
    return folds.Average(fold => Right(
        KNearestNeighbors.Fit(fold.Train.Inputs, fold.Train.Labels, k), fold.Validation));
}
#endregion

#region ex-4-4 mistake
var folds = cloud.Folds(5, seed: 1);

double CrossValidated(int k)
{
    return folds.Average(fold => Right(Knn(k), fold.Validation));   // has seen them all
}
#endregion

#region ex-4-5
var reader = Long(Datasets.Digits(2000, seed: 5), seed: 1);
var sixes = test.OfClasses(6);
Matrix Turned(Matrix x) =>
    Matrix.FromFunction(64, x.Columns, (pixel, i) => x[63 - pixel, i]);

var said = reader.Predict(Turned(sixes.Inputs));
var asNine = 100.0 * said.Count(digit => digit == 9) / said.Length;
#endregion

#region ex-4-5 mistake
var reader = Long(Datasets.Digits(2000, seed: 5), seed: 1);
var sixes = test.OfClasses(6);
Matrix Turned(Matrix x) =>
    Matrix.FromFunction(64, x.Columns, (pixel, i) => x[63 - pixel, i]);

var said = reader.Predict(sixes.Inputs);   // not turned
var asNine = 100.0 * said.Count(digit => digit == 9) / said.Length;
#endregion
