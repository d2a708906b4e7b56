"""A few invented sentences in many languages, and encodings they may be in."""

SAMPLES = {
    "en": (
        "The old harbour bridge was closed on Sunday after a barge struck o"
        "ne of its piers – “nobody was hurt,” the harbour master’s office s"
        "aid."
    ),
    "de": (
        "Die alte Hafenbrücke ist seit Sonntag gesperrt, nachdem ein Lastka"
        "hn einen Pfeiler gerammt hat. Niemand wurde verletzt, sagte der Ha"
        "fenmeister, die Straße bleibt für Tage zu."
    ),
    "fr": (
        "Le vieux pont du port a été fermé dimanche après qu’une péniche a "
        "heurté l’une de ses piles. Personne n’a été blessé, a déclaré le c"
        "apitaine du port à la presse."
    ),
    "es": (
        "El viejo puente del puerto fue cerrado el domingo después de que u"
        "na barcaza chocara con uno de sus pilares. Nadie resultó herido, d"
        "ijo el capitán del puerto a los periodistas. ¿Cuándo abrirá?"
    ),
    "it": (
        "Il vecchio ponte del porto è stato chiuso domenica dopo che una ch"
        "iatta ha urtato uno dei piloni. Nessuno è rimasto ferito, ha detto"
        " il capitano del porto, perché la città era ancora vuota."
    ),
    "pt": (
        "A velha ponte do porto foi fechada no domingo depois de uma barcaç"
        "a ter batido num dos pilares. Ninguém ficou ferido, disse o capitã"
        "o do porto, e não há previsão de reabertura."
    ),
    "nl": (
        "De oude havenbrug is zondag gesloten nadat een schip tegen een van"
        " de pijlers was gevaren. Niemand raakte gewond, zei de havenmeeste"
        "r, maar de weg blijft voorlopig dicht."
    ),
    "sv": (
        "Den gamla hamnbron stängdes på söndagen efter att en pråm hade kör"
        "t in i en av pelarna. Ingen skadades, sade hamnkaptenen, men vägen"
        " är stängd för all trafik."
    ),
    "da": (
        "Den gamle havnebro blev lukket søndag, efter at en pram sejlede in"
        "d i en af pillerne. Ingen kom til skade, sagde havnefogeden, men v"
        "ejen er lukket af politiet."
    ),
    "no": (
        "Den gamle havnebroen ble stengt søndag etter at en lekter kjørte i"
        "nn i en av pilarene. Ingen ble skadet, sa havnesjefen, men veien e"
        "r ikke åpen for trafikk."
    ),
    "pl": (
        "Stary most portowy został zamknięty w niedzielę po tym, jak barka "
        "uderzyła w jeden z jego filarów. Nikt nie został ranny, powiedział"
        " kapitan portu, ale droga jest zamknięta i nie wiadomo do kiedy."
    ),
    "cs": (
        "Starý přístavní most byl v neděli uzavřen poté, co do jednoho z je"
        "ho pilířů narazil člun. Nikdo nebyl zraněn, řekl kapitán přístavu,"
        " ale silnice je podle něj uzavřena."
    ),
    "hu": (
        "A régi kikötői hidat vasárnap lezárták, miután egy uszály nekiütkö"
        "zött az egyik pillérnek. Senki sem sérült meg, mondta a kikötőkapi"
        "tány, de az út még nem járható, és hétfőig zárva marad."
    ),
    "tr": (
        "Eski liman köprüsü, bir mavnanın ayaklarından birine çarpmasının a"
        "rdından pazar günü kapatıldı. Liman başkanı kimsenin yaralanmadığı"
        "nı, ancak yolun daha uzun süre kapalı olacağını söyledi ve bir açı"
        "klama için bekledi."
    ),
    "ru": (
        "Старый портовый мост закрыли в воскресенье после того, как баржа у"
        "дарилась об одну из опор. Никто не пострадал, сказал начальник пор"
        "та, но дорога закрыта и это надолго."
    ),
    "uk": (
        "Старий портовий міст закрили в неділю після того, як баржа вдарила"
        "ся об одну з опор. Ніхто не постраждав, сказав начальник порту, ал"
        "е дорога закрита і це надовго."
    ),
    "bg": (
        "Старият пристанищен мост беше затворен в неделя, след като шлеп се"
        " удари в един от стълбовете му. Никой не е пострадал, каза начални"
        "кът на пристанището, но пътят е затворен за движение."
    ),
    "el": (
        "Η παλιά γέφυρα του λιμανιού έκλεισε την Κυριακή αφού μια φορτηγίδα"
        " χτύπησε έναν από τους πυλώνες της. Κανείς δεν τραυματίστηκε, είπε"
        " ο λιμενάρχης."
    ),
    "ar": (
        "أغلق الجسر القديم في المرفأ يوم الأحد بعد أن اصطدمت سفينة بأحد أعم"
        "دته. وقال مدير الميناء إنه لم يصب أحد ولكن الطريق مغلق من الآن إلى"
        " يوم الاثنين."
    ),
    "he": (
        "גשר הנמל הישן נסגר ביום ראשון לאחר שדוברה פגעה באחד מעמודיו. איש ל"
        "א נפגע, אמר מנהל הנמל."
    ),
    "zh": (
        "港口的旧桥在星期天被关闭，因为一艘驳船撞上了其中一个桥墩。港务局长说，没有人"
        "受伤，但道路仍然关闭。"
    ),
    "ja": (
        "港の古い橋は日曜日に閉鎖された。はしけが橋脚の一つに衝突したためである。港長"
        "によると、けが人はいなかったが、道路は閉鎖されたままだ。"
    ),
    "ko": (
        "항구의 낡은 다리는 바지선이 교각 하나에 부딪힌 뒤 일요일에 폐쇄되었"
        "다. 항만장은 다친 사람은 없다고 말했다."
    ),
    "fi": (
        "Vanha satamasilta suljettiin sunnuntaina, kun proomu törmäsi yhtee"
        "n sen pilareista. Kukaan ei loukkaantunut, sanoi satamapäällikkö, "
        "mutta tie on suljettu ja se avataan vasta kun korjaus on tehty."
    ),
    "ro": (
        "Vechiul pod din port a fost închis duminică după ce o barjă a lovi"
        "t unul dintre piloni. Nimeni nu a fost rănit, a spus căpitanul por"
        "tului, dar drumul este închis și nu se știe până când."
    ),
}

ENCODINGS = [
    ("de", "cp1252"),
    ("de", "utf-16"),
    ("fr", "cp1252"),
    ("fr", "utf-16-le"),
    ("es", "cp1252"),
    ("es", "latin-1"),
    ("it", "cp1252"),
    ("pt", "cp1252"),
    ("sv", "cp1252"),
    ("en", "cp1252"),
    ("en", "utf-16-be"),
    ("pl", "cp1250"),
    ("pl", "iso8859-2"),
    ("cs", "cp1250"),
    ("cs", "iso8859-2"),
    ("hu", "cp1250"),
    ("tr", "cp1254"),
    ("ru", "cp1251"),
    ("ru", "koi8-r"),
    ("ru", "utf-16-le"),
    ("uk", "cp1251"),
    ("bg", "cp1251"),
    ("el", "cp1253"),
    ("ar", "cp1256"),
    ("he", "cp1255"),
    ("zh", "gb18030"),
    ("zh", "big5"),
    ("ja", "shift_jis"),
    ("ja", "euc_jp"),
    ("ko", "euc_kr"),
    ("fi", "cp1252"),
    ("ro", "cp1250"),
]
