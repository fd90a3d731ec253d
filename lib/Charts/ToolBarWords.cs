namespace CourseLib.Charts;

/// <summary>What plotly.js says by itself, over its tool bar and along axes of dates; it brings English only.</summary>
internal static class ToolBarWords
{
    /// <summary>Members of a figure's <c>config</c>. Decimal and thousands separators stay as they are: a point, as in all numbers of the course.</summary>
    internal static readonly string Turkish = string.Concat("""
        "locale":"tr","locales":{"tr":{"dictionary":{
        "Zoom":"Yakınlaştırma alanı seç",
        "Pan":"Kaydır",
        "Zoom in":"Yakınlaştır",
        "Zoom out":"Uzaklaştır",
        "Autoscale":"Otomatik ölçekle",
        "Reset axes":"Eksenleri sıfırla",
        "Download plot as a png":"Grafiği PNG olarak indir",
        "Orbital rotation":"Serbest döndür",
        "Turntable rotation":"Dikey eksende döndür",
        "Reset camera to default":"Kamerayı başlangıca döndür",
        "Reset camera to last save":"Kamerayı son kayda döndür",
        "Double-click to zoom back out":"Geri dönmek için çift tıklayın",
        "Double-click on legend to isolate one trace":"Tek bir seriyi göstermek için açıklamada çift tıklayın",
        "Taking snapshot - this may take a few seconds":"Görüntü alınıyor, birkaç saniye sürebilir",
        "Snapshot succeeded":"Görüntü alındı",
        "Sorry, there was a problem downloading your snapshot!":"Görüntü indirilemedi."
        },"format":{
        "days":["Pazar","Pazartesi","Salı","Çarşamba","Perşembe","Cuma","Cumartesi"],
        "shortDays":["Paz","Pzt","Sal","Çar","Per","Cum","Cmt"],
        "months":["Ocak","Şubat","Mart","Nisan","Mayıs","Haziran","Temmuz","Ağustos","Eylül","Ekim","Kasım","Aralık"],
        "shortMonths":["Oca","Şub","Mar","Nis","May","Haz","Tem","Ağu","Eyl","Eki","Kas","Ara"]
        }}}
        """.Split('\n'));
}
