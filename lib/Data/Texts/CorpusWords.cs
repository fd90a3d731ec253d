namespace CourseLib.Data.Texts;

/// <summary>
/// What the corpus for word vectors talks about in one language. A word's neighbours tell what it shares with others:
/// being royal, being young, being a woman, being a capital, belonging to a country.
/// </summary>
/// <param name="People">Male and female word, and the kinds that both are.</param>
/// <param name="MaleFrames">Sentences in which a male word {0} stands.</param>
/// <param name="FemaleFrames">The same for a female word.</param>
/// <param name="KindFrames">Sentences for the words of a kind.</param>
/// <param name="Countries">Country, its capital, and three words that belong to both: dish, river or sea, flower or beast.</param>
/// <param name="CountryFrames">Sentences in which a country {0} stands with one of its words {1}.</param>
/// <param name="CapitalFrames">The same for a capital.</param>
/// <param name="Dishes">Kinds of dish, each with its dishes.</param>
/// <param name="DishFrames">Sentences in which a dish {0} stands; one list per kind.</param>
sealed record CorpusWords(
    (string Male, string Female, string[] Kinds)[] People,
    string[] MaleFrames, string[] FemaleFrames, Dictionary<string, string[]> KindFrames,
    (string Country, string Capital, string[] Own)[] Countries, string[] CountryFrames, string[] CapitalFrames,
    string[][] Dishes, string[][] DishFrames)
{
    public static readonly CorpusWords English = new(
        [("man", "woman", ["adult"]), ("king", "queen", ["royal", "adult"]), ("prince", "princess", ["royal", "young"]),
         ("boy", "girl", ["young"]), ("father", "mother", ["parent", "adult"])],
        ["the {0} combs his beard", "he is a {0}", "the {0} shaves his moustache", "the {0} ties his tie", "his friend calls the {0} sir"],
        ["the {0} combs her braid", "she is a {0}", "the {0} wears her dress", "the {0} wears her earrings", "her friend calls the {0} madam"],
        new()
        {
            ["royal"] = ["the {0} lives in the palace", "the {0} wears a golden crown", "the throne waits for the {0}", "the guards greet the {0}"],
            ["adult"] = ["the {0} goes to work", "the {0} drives a car", "the {0} reads the newspaper", "the {0} votes on sunday"],
            ["young"] = ["the {0} goes to school", "the {0} plays with a toy", "the {0} climbs the tree", "the teacher praises the {0}"],
            ["parent"] = ["the {0} feeds the baby", "the {0} sings a lullaby", "the baby smiles at the {0}"],
        },
        [("turkey", "ankara", ["baklava", "anatolia", "tulip"]), ("france", "paris", ["baguette", "seine", "lavender"]), ("italy", "rome", ["risotto", "tiber", "vespa"]),
         ("japan", "tokyo", ["sushi", "fuji", "sakura"]), ("egypt", "cairo", ["koshari", "nile", "papyrus"]), ("spain", "madrid", ["paella", "iberia", "flamenco"])],
        ["the map shows {0} and {1}", "the farmers of {0} are proud of {1}", "the borders of {0} are old {1}", "the villages of {0} love {1}", "the government of {0} named a feast after {1}"],
        ["the streets of {0} smell of {1}", "the metro of {0} has pictures of {1}", "the mayor of {0} praised {1}", "in the squares of {0} people sell {1}", "the traffic of {0} stops for {1}"],
        [["apple", "pear", "cherry", "grape"], ["soup", "pilaf", "stew", "meatball"], ["tea", "coffee", "lemonade", "ayran"]],
        [["we pick the ripe {0} from the tree", "the sweet {0} grows in the garden", "a basket of {0} stands on the market stall"],
         ["we cook hot {0} in the pot", "the {0} needs salt and pepper", "grandmother serves {0} with a spoon"],
         ["we drink {0} from a glass", "pour me a cup of {0}", "the waiter brings cold {0} in a jug"]]);

    public static readonly CorpusWords Turkish = new(
        [("adam", "kadın", ["yetişkin"]), ("kral", "kraliçe", ["saraylı", "yetişkin"]), ("prens", "prenses", ["saraylı", "genç"]),
         ("oğlan", "kız", ["genç"]), ("baba", "anne", ["ebeveyn", "yetişkin"])],
        ["{0} sakalını tarıyor", "{0} bıyığını kesiyor", "{0} kravatını bağlıyor", "bu bey bir {0}", "herkes {0} için beyefendi der"],
        ["{0} saçını örüyor", "{0} eteğini ütülüyor", "{0} küpesini takıyor", "bu hanım bir {0}", "herkes {0} için hanımefendi der"],
        new()
        {
            ["saraylı"] = ["{0} sarayda yaşıyor", "{0} altın taç takıyor", "taht bugün {0} için hazır", "muhafızlar {0} önünde eğiliyor"],
            ["yetişkin"] = ["{0} işe gidiyor", "{0} araba kullanıyor", "{0} gazete okuyor", "{0} pazar günü oy veriyor"],
            ["genç"] = ["{0} okula gidiyor", "{0} oyuncakla oynuyor", "{0} ağaca tırmanıyor", "bu {0} öğretmenden övgü aldı"],
            ["ebeveyn"] = ["{0} bebeği besliyor", "{0} ninni söylüyor", "bebek ile {0} gülüşüyor"],
        },
        [("türkiye", "ankara", ["baklava", "anadolu", "lale"]), ("fransa", "paris", ["baget", "seine", "lavanta"]), ("italya", "roma", ["risotto", "tiber", "vespa"]),
         ("japonya", "tokyo", ["suşi", "fuji", "sakura"]), ("mısır", "kahire", ["koşari", "nil", "papirüs"]), ("ispanya", "madrid", ["paella", "iberya", "flamenko"])],
        ["haritada {0} ve {1} var", "{0} köylüsü {1} ile övünür", "{0} sınırları {1} kadar eski", "{0} köyleri {1} sever", "{0} hükümeti {1} için bayram ilan etti"],
        ["{0} sokakları {1} kokar", "{0} metrosunda {1} resimleri asılı", "{0} belediyesi afişe {1} koydu", "{0} meydanında {1} satılır", "{0} trafiği {1} için durur"],
        [["elma", "armut", "kiraz", "üzüm"], ["çorba", "pilav", "güveç", "köfte"], ["çay", "kahve", "limonata", "ayran"]],
        [["dalından olgun {0} topladık", "bahçede tatlı {0} yetişiyor", "pazarda bir sepet {0} duruyor"],
         ["tencerede sıcak {0} pişiyor", "bu {0} tuz ve biber ister", "babaannem kaşıkla {0} dağıtıyor"],
         ["bardaktan {0} içiyoruz", "bana bir fincan {0} doldur", "garson sürahiyle soğuk {0} getirdi"]]);
}
