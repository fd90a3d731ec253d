// Solutions of notebook 03. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-3-1
var underfits = "A";
var overfits = "C";
var take = "B";
#endregion

#region ex-3-1 mistake
var underfits = "A";
var overfits = "C";
var take = "C";   // the lowest training error
#endregion

#region ex-3-2
int[] order = Splitter.Shuffle(92, seed: 5);

int[] trainDays = order[..56];
int[] validationDays = order[56..74];
int[] testDays = order[74..];
#endregion

#region ex-3-2 mistake
int[] order = Splitter.Shuffle(92, seed: 5);

int[] trainDays = order[..56];
int[] validationDays = order[..18];   // days that were studied
int[] testDays = order[74..];
#endregion

#region ex-3-3
int KeptEpoch(double[] losses, int patience)
{
    var best = 1;
    for (var epoch = 1; epoch <= losses.Length; epoch++)
    {
        if (losses[epoch - 1] < losses[best - 1])
            best = epoch;
        if (epoch - best >= patience)
            break;
    }
    return best;
}
#endregion

#region ex-3-3 mistake
int KeptEpoch(double[] losses, int patience)
{
    return Array.IndexOf(losses, losses.Min()) + 1;   // looks into the future
}
#endregion

#region ex-3-4
double[] penalties = [1e-6, 1e-4, 1e-2, 1e-1, 1, 10];
PolynomialModel Leashed(double penalty) =>
    PolynomialModel.LeastSquares(parts.Train.X, parts.Train.Y, 15, penalty);

var chosenPenalty = penalties.MinBy(c => Error(Leashed(c), parts.Validation));
var reported = Error(Leashed(chosenPenalty), fresh);
#endregion

#region ex-3-4 mistake
double[] penalties = [1e-6, 1e-4, 1e-2, 1e-1, 1, 10];
PolynomialModel Leashed(double penalty) =>
    PolynomialModel.LeastSquares(parts.Train.X, parts.Train.Y, 15, penalty);

var chosenPenalty = penalties.MinBy(c => Error(Leashed(c), parts.Validation));
var reported = Error(Leashed(chosenPenalty), parts.Validation);   // where it was chosen
#endregion

#region ex-3-5
var optimism = Enumerable.Range(1, 400).Select(s => Choose([3, 4, 5], s))
    .Average(e => e.Untouched - e.There);
#endregion

#region ex-3-5 mistake
var optimism = chosen.Average(e => e.Untouched - e.There);   // all 15 candidates
#endregion
