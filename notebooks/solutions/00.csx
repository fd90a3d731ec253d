// Solutions of notebook 00. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-0-1
var warmDay = model.Predict(31);
#endregion

#region ex-0-1 mistake
var warmDay = 5.0 + 31;   // added instead of multiplied
#endregion
