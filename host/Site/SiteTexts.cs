namespace NotebookHost.Site;

/// <summary>The words of the pages themselves, in one language.</summary>
internal sealed record SiteTexts
{
    public required string LanguageName { get; init; }
    public required string CourseTitle { get; init; }
    public required string Tagline { get; init; }
    public required string Introduction { get; init; }
    public required string Notebooks { get; init; }
    public required string AllNotebooks { get; init; }
    public required string Contents { get; init; }
    public required string Previous { get; init; }
    public required string Next { get; init; }
    public required string ShowCode { get; init; }
    public required string ShowOutput { get; init; }
    public required string ShowCheck { get; init; }
    public required string Copy { get; init; }
    public required string Copied { get; init; }
    public required string SwitchTheme { get; init; }
    public required string SkipToContent { get; init; }
    public required string Optional { get; init; }
    public required string YourTurn { get; init; }
    public required string RunFailed { get; init; }
    public required string Search { get; init; }
    public required string SearchHint { get; init; }
    public required string NothingFound { get; init; }
    public required string Read { get; init; }
    public required string ShowSolution { get; init; }
    public required string RunIt { get; init; }
    public required string Download { get; init; }
    public required string OpenInBinder { get; init; }
    public required string OpenInCodespace { get; init; }
    public required string LiveChart { get; init; }
    public required string AfterwardsYouCan { get; init; }
    public required IReadOnlyList<string> Abilities { get; init; }
    public required string SpeakerNotes { get; init; }
    public required string NoNotes { get; init; }
    public required string SlideKeys { get; init; }
    public required string LinkHere { get; init; }
    public required string PictureAlternative { get; init; }
    public required Func<int, string> Charts { get; init; }
    public required Func<int, string> Exercises { get; init; }
    public required Func<int, string> CodeCells { get; init; }

    /// <summary>The texts of a language; English for one that the site doesn't speak.</summary>
    public static SiteTexts For(string language) => language == "tr" ? Turkish : English;

    static readonly SiteTexts English = new()
    {
        LanguageName = "English",
        CourseTitle = "Deep learning in\u00A0C#",
        Tagline = "From one weight to the transformer, every step run before it is explained",
        Introduction = "Each notebook asks a question, answers it with the smallest program that can, and shows what the "
            + "program computed. Move the sliders, guess before you scroll, then open the notebook and do the exercises.",
        Notebooks = "The notebooks",
        AllNotebooks = "All notebooks",
        Contents = "On this page",
        Previous = "Previous",
        Next = "Next",
        ShowCode = "Show the code",
        ShowOutput = "Show the output",
        ShowCheck = "How it is checked",
        Copy = "Copy",
        Copied = "Copied",
        SwitchTheme = "Light or dark",
        SkipToContent = "Skip to the content",
        Optional = "optional",
        YourTurn = "Your turn",
        RunFailed = "This notebook did not run to its end.",
        Search = "Search",
        SearchHint = "Search the course: gradient, dropout, LSTM …",
        NothingFound = "Nothing found.",
        Read = "read",
        ShowSolution = "Show a solution",
        RunIt = "Run it yourself:",
        Download = "Download the notebook",
        OpenInBinder = "Open in Binder",
        OpenInCodespace = "Open in a codespace",
        LiveChart = "A network learns, drawn from one of the notebooks. Press play.",
        AfterwardsYouCan = "Afterwards you can",
        Abilities =
        [
            "write a network, its gradients and its training yourself, and check each of them",
            "tell from a curve what is wrong with a training, and what to change",
            "follow a gradient through time, and say why an LSTM keeps it",
            "read what attention looks at, and build a transformer from one dot product",
            "choose the model that fits a task, with measurements instead of fashion",
        ],
        SpeakerNotes = "Speaker's notes",
        NoNotes = "No notes for this slide.",
        SlideKeys = "→ next · ← back · ↓ next chapter · S speaker's notes · F full screen",
        LinkHere = "Link to this section",
        PictureAlternative = "picture computed by the cell above",
        Charts = count => count == 1 ? "1 chart" : $"{count} charts",
        Exercises = count => count == 1 ? "1 exercise" : $"{count} exercises",
        CodeCells = count => count == 1 ? "1 code cell" : $"{count} code cells",
    };

    static readonly SiteTexts Turkish = new()
    {
        LanguageName = "Türkçe",
        CourseTitle = "C#\u00A0ile derin öğrenme",
        Tagline = "Tek bir ağırlıktan transformer'a: her adım önce çalıştırılır, sonra açıklanır",
        Introduction = "Her defter bir soru sorar, onu olabilecek en küçük programla yanıtlar ve programın hesapladığını "
            + "gösterir. Kaydırıcıları oynatın, aşağı inmeden tahmin edin, sonra defteri açıp alıştırmaları yapın.",
        Notebooks = "Defterler",
        AllNotebooks = "Bütün defterler",
        Contents = "Bu sayfada",
        Previous = "Önceki",
        Next = "Sonraki",
        ShowCode = "Kodu göster",
        ShowOutput = "Çıktıyı göster",
        ShowCheck = "Nasıl denetleniyor?",
        Copy = "Kopyala",
        Copied = "Kopyalandı",
        SwitchTheme = "Açık ya da koyu görünüm",
        SkipToContent = "İçeriğe geç",
        Optional = "isteğe bağlı",
        YourTurn = "Sıra sizde",
        RunFailed = "Bu defter sonuna kadar çalışmadı.",
        Search = "Ara",
        SearchHint = "Derste ara: gradyan, dropout, LSTM …",
        NothingFound = "Sonuç bulunamadı.",
        Read = "okundu",
        ShowSolution = "Bir çözüm göster",
        RunIt = "Kendiniz çalıştırın:",
        Download = "Defteri indir",
        OpenInBinder = "Binder'da aç",
        OpenInCodespace = "Codespace'te aç",
        LiveChart = "Bir ağ öğreniyor: defterlerden birindeki grafik. Oynat düğmesine basın.",
        AfterwardsYouCan = "Dersin sonunda",
        Abilities =
        [
            "bir ağı, gradyanlarını ve eğitimini kendiniz yazabilir, her birini denetleyebilirsiniz",
            "bir eğitimde neyin ters gittiğini ve neyi değiştirmek gerektiğini eğriden okuyabilirsiniz",
            "gradyanı zaman içinde izleyebilir, LSTM'in onu neden koruduğunu anlatabilirsiniz",
            "dikkatin nereye baktığını okuyabilir, tek bir iç çarpımdan transformer kurabilirsiniz",
            "bir göreve uyan modeli modaya göre değil, ölçerek seçebilirsiniz",
        ],
        SpeakerNotes = "Konuşmacı notları",
        NoNotes = "Bu slayt için not yok.",
        SlideKeys = "→ ileri · ← geri · ↓ sonraki bölüm · S konuşmacı notları · F tam ekran",
        LinkHere = "Bu bölüme bağlantı",
        PictureAlternative = "yukarıdaki hücrenin hesapladığı resim",
        Charts = count => $"{count} grafik",
        Exercises = count => $"{count} alıştırma",
        CodeCells = count => $"{count} kod hücresi",
    };
}
