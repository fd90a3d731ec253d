// Solutions of notebook 00. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-0-1
var coolDay = model.Predict(12);
#endregion

#region ex-0-1 mistake
var coolDay = 150 - 3.0;   // forgot to multiply by the degrees
#endregion
