namespace CourseLib.Data.Texts;

/// <summary>The words and patterns of one language's reviews. In a pattern A is the opinion that doesn't count and B the one that does.</summary>
/// <param name="Subjects">What is judged.</param>
/// <param name="Good">Words of praise.</param>
/// <param name="Bad">Words of blame.</param>
/// <param name="Clause">Subject {0} is judged with the word {1}.</param>
/// <param name="NegatedClause">Subject {0} is not what the word {1} says.</param>
/// <param name="Contrasts">Two clauses of opposite opinions; {1} is the one that counts.</param>
/// <param name="Concessions">The same with the clause that counts first.</param>
/// <param name="Expectations">A judgement {0} that was expected and one {1} that came.</param>
/// <param name="Fillers">Sentences without opinion.</param>
sealed record ReviewWords(
    string[] Subjects, string[] Good, string[] Bad, string[] Clause, string[] NegatedClause,
    string[] Contrasts, string[] Concessions, string[] Expectations, string[] Fillers)
{
    public static readonly ReviewWords English = new(
        ["the screen", "the battery", "the sound", "the camera", "the delivery", "the packaging", "the price", "the fabric", "the taste", "the service", "the colour", "the keyboard"],
        ["good", "great", "excellent", "lovely", "wonderful", "impressive"],
        ["bad", "awful", "terrible", "poor", "horrible", "disappointing"],
        ["{0} is {1}", "{0} was {1}", "I find {0} {1}", "{0} turned out {1}"],
        ["{0} is not {1}", "{0} was not {1} at all", "I don't find {0} {1}", "nobody could call {0} {1}"],
        ["{0}, but {1}", "{0}; however, {1}", "it is true that {0}, yet {1}", "although {0}, {1}"],
        ["{1}, although {0}", "{1}, even though {0}", "{1}, never mind that {0}"],
        ["I expected it to be {0} and it is {1}", "everyone said it was {0}, for me it is {1}", "at first it looked {0}, after a week it is {1}"],
        ["I ordered it last week.", "It is a present for my sister.", "It came on a Tuesday.", "We use it every day.", "The box is blue.", "This is my second one.", "I have had it for a month.", "My neighbour has the same one."]);

    public static readonly ReviewWords Turkish = new(
        ["ekranı", "pili", "sesi", "kamerası", "teslimatı", "paketi", "fiyatı", "kumaşı", "tadı", "servisi", "rengi", "klavyesi"],
        ["iyi", "harika", "mükemmel", "güzel", "başarılı", "etkileyici"],
        ["kötü", "berbat", "korkunç", "zayıf", "başarısız", "vasat"],
        ["{0} {1}", "{0} doğrusu {1}", "{0} bence {1}", "{0} gerçekten {1}"],
        ["{0} {1} değil", "{0} hiç {1} değil", "{0} bence {1} sayılmaz", "{0} için {1} denemez"],
        ["{0} ama {1}", "{0}, fakat {1}", "{0}, buna karşılık {1}", "evet, {0}, gel gör ki {1}"],
        ["{1}, gerçi {0}", "{1}, {0} olsa da", "{1}, varsın {0} olsun"],
        ["{0} olmasını bekliyordum, {1} çıktı", "herkes {0} diyordu, bana göre {1}", "ilk gün {0} görünüyordu, bir hafta sonra {1}"],
        ["Geçen hafta sipariş ettim.", "Kardeşime hediye aldım.", "Salı günü geldi.", "Her gün kullanıyoruz.", "Kutusu mavi.", "Bu ikinci alışım.", "Bir aydır bende.", "Komşumuzda da aynısı var."]);
}
