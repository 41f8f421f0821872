/** Words for titles and names in one language. Lists are parallel: the n-th thing is the same in every language. */
export interface Culture {
  language: string;
  /** ISO 639-1, as in title.akas. */
  code: string;
  regions: readonly string[];
  /** Twenty-four things that stories are about, each as a title by itself. */
  things: readonly string[];
  /** The same things as they follow another one, such as "of the night". */
  ofThings: readonly string[];
  /** Joins a thing and an "of" thing. */
  join: (thing: string, of: string) => string;
  episode: string;
  given: readonly [readonly string[], readonly string[]];
  family: readonly string[];
  /** Endings of composed family names, if any. */
  familyEnds: readonly string[];
  /** The same in the script of the language, where that is not Latin. */
  native?: {
    given: readonly string[];
    family: readonly string[];
    familyEnds: readonly string[];
    order: 'family' | 'given';
    gap: string;
  };
}

/** Splits a text into words at its commas. */
const list = (text: string): string[] => text.split(',');
const spaced = (thing: string, of: string): string => `${thing} ${of}`;
const turned = (thing: string, of: string): string => of + thing;

/** In the order of: lighthouse night sea winter house river garden city road mirror moon forest king widow letter train silence storm island shadow child star promise door. */
export const CULTURES: readonly Culture[] = [
  {
    language: 'English',
    code: 'en',
    regions: ['US', 'GB', 'CA', 'AU', 'IE', 'NZ'],
    episode: 'Episode',
    join: spaced,
    things: list(
      'The Lighthouse,The Night,The Sea,The Winter,The House,The River,The Garden,The City,The Road,The Mirror,The Moon,The Forest,The King,The Widow,The Letter,The Train,The Silence,The Storm,The Island,The Shadow,The Child,The Star,The Promise,The Door',
    ),
    ofThings: list(
      'of the Lighthouse,of the Night,of the Sea,of Winter,of the House,of the River,of the Garden,of the City,of the Road,of the Mirror,of the Moon,of the Forest,of the King,of the Widow,of the Letter,of the Train,of Silence,of the Storm,of the Island,of the Shadow,of the Child,of the Star,of the Promise,of the Door',
    ),
    given: [
      list(
        'James,Oliver,Walter,Henry,Frank,Desmond,Miles,Theodore,Calvin,Russell,Gordon,Leon,Victor,Patrick,Samuel,Edwin,Harvey,Marcus,Dale,Nathan,Toby,Angus,Declan,Rufus,Jerome,Andre,Curtis,Ellis,Wesley,Hugh',
      ),
      list(
        'Alice,Margaret,Eleanor,Ruth,Grace,Hazel,Nora,Beatrice,Vivian,Lorna,Sylvia,Iris,Clara,Dorothy,Imogen,Tessa,Joan,Phoebe,Maeve,Sabrina,Tamara,Yvonne,Rosalind,Celia,Paige,Harriet,Ivy,Opal,Keisha,Bronwyn',
      ),
    ],
    family: list(
      'Ash,Black,Bram,Brook,Carl,Chad,Clay,Crom,Dal,Dray,Ed,Elling,Fair,Farn,Fen,Gar,Glen,Grant,Hal,Ham,Harrow,Hart,Haw,Hol,Hunt,Kel,Ken,King,Kirk,Lang,Led,Lin,Lock,Mal,Mar,Mel,Mer,Mill,Nor,Oak,Pem,Pen,Pres,Quar,Rad,Ral,Red,Ren,Rock,Ros,Row,Sal,San,Shel,Stan,Sut,Thorn,Tre,Wake,Wal,War,Wat,Wen,Whit,Wil,Wind,Wool,Wyn',
    ),
    familyEnds: list(
      'ley,ton,worth,ford,wood,field,bury,well,croft,man,son,er,ham,stead,bourne,dale,mond,wick,more,low,gate,ridge,shaw,den,combe,by,hurst,land,way,ingham,erton,enbury,ington,erley,ersby,enshaw,elstone,ercroft,amwell,inford,amore,erdale,enfield',
    ),
  },
  {
    language: 'French',
    code: 'fr',
    regions: ['FR', 'BE', 'CA', 'CH'],
    episode: 'Épisode',
    join: spaced,
    things: list(
      "Le phare,La nuit,La mer,L'hiver,La maison,Le fleuve,Le jardin,La ville,La route,Le miroir,La lune,La forêt,Le roi,La veuve,La lettre,Le train,Le silence,La tempête,L'île,L'ombre,L'enfant,L'étoile,La promesse,La porte",
    ),
    ofThings: list(
      "du phare,de la nuit,de la mer,de l'hiver,de la maison,du fleuve,du jardin,de la ville,de la route,du miroir,de la lune,de la forêt,du roi,de la veuve,de la lettre,du train,du silence,de la tempête,de l'île,de l'ombre,de l'enfant,de l'étoile,de la promesse,de la porte",
    ),
    given: [
      list(
        'Étienne,Luc,Benoît,Rémi,Gaspard,Aurélien,Thibault,Yves,Jérôme,Lucien,Mathieu,Noël,Olivier,Raphaël,Sébastien,Théo',
      ),
      list(
        'Hélène,Odile,Camille,Solène,Margaux,Élodie,Inès,Océane,Agnès,Céline,Noémie,Geneviève,Lucie,Manon,Apolline,Zoé',
      ),
    ],
    family: list(
      'Beau,Bois,Bon,Chan,Char,Cor,Dau,Del,Du,Fau,Font,Gar,Gui,Lam,Lau,Mar,Mon,Mor,Per,Rou,Saint-,Tré,Val,Ver',
    ),
    familyEnds: list(
      'bert,champ,chard,court,dier,din,geron,lac,lard,lier,mont,neau,net,nier,pin,quet,rand,reau,rieux,sier,tand,tier,vel,ville',
    ),
  },
  {
    language: 'German',
    code: 'de',
    regions: ['DE', 'AT', 'CH'],
    episode: 'Folge',
    join: spaced,
    things: list(
      'Der Leuchtturm,Die Nacht,Das Meer,Der Winter,Das Haus,Der Fluss,Der Garten,Die Stadt,Die Straße,Der Spiegel,Der Mond,Der Wald,Der König,Die Witwe,Der Brief,Der Zug,Das Schweigen,Der Sturm,Die Insel,Der Schatten,Das Kind,Der Stern,Das Versprechen,Die Tür',
    ),
    ofThings: list(
      'des Leuchtturms,der Nacht,des Meeres,des Winters,des Hauses,des Flusses,des Gartens,der Stadt,der Straße,des Spiegels,des Mondes,des Waldes,des Königs,der Witwe,des Briefes,des Zuges,des Schweigens,des Sturms,der Insel,des Schattens,des Kindes,des Sterns,des Versprechens,der Tür',
    ),
    given: [
      list(
        'Jürgen,Matthias,Friedrich,Lukas,Götz,Rainer,Holger,Uwe,Björn,Konrad,Sönke,Volker,Tilman,Ansgar,Heiner,Jörg',
      ),
      list(
        'Käthe,Ulrike,Annegret,Sabine,Lieselotte,Grete,Jördis,Heike,Mareike,Birgit,Friederike,Trude,Wiebke,Katrin,Änne,Frauke',
      ),
    ],
    family: list(
      'Acker,Bär,Berg,Birken,Brück,Eich,Feld,Frei,Gruber,Grün,Hagen,Hoch,König,Krä,Linden,Lö,Mühl,Neu,Oster,Rosen,Schön,Stein,Wald,Zimmer',
    ),
    familyEnds: list(
      'bach,baum,berger,burg,eck,feld,gard,hauser,heim,hof,holz,horst,inger,kamp,le,mann,meier,ner,reuter,stedt,thal,wald,weiler,ling',
    ),
  },
  {
    language: 'Spanish',
    code: 'es',
    regions: ['ES', 'MX', 'AR', 'CO', 'CL'],
    episode: 'Episodio',
    join: spaced,
    things: list(
      'El faro,La noche,El mar,El invierno,La casa,El río,El jardín,La ciudad,El camino,El espejo,La luna,El bosque,El rey,La viuda,La carta,El tren,El silencio,La tormenta,La isla,La sombra,El niño,La estrella,La promesa,La puerta',
    ),
    ofThings: list(
      'del faro,de la noche,del mar,del invierno,de la casa,del río,del jardín,de la ciudad,del camino,del espejo,de la luna,del bosque,del rey,de la viuda,de la carta,del tren,del silencio,de la tormenta,de la isla,de la sombra,del niño,de la estrella,de la promesa,de la puerta',
    ),
    given: [
      list(
        'Íñigo,Andrés,Joaquín,Ramón,Óscar,Julián,Matías,Hernán,Álvaro,César,Fermín,Gonzalo,Lázaro,Nicolás,Rubén,Simón',
      ),
      list(
        'Lucía,Inés,Sofía,María,Ángela,Belén,Noemí,Rocío,Mónica,Verónica,Úrsula,Pilar,Begoña,Concepción,Ainhoa,Leonor',
      ),
    ],
    family: list(
      'Agui,Alba,Barra,Bena,Carra,Casta,Cór,Dávi,Echeva,Fuen,Gar,Güe,Ibá,Jimé,Lar,Mal,Mon,Nava,Ordó,Peña,Qui,Sala,Valen,Zúñi',
    ),
    familyEnds: list(
      'rre,lar,da,vides,za,ñeda,doba,la,rría,tes,cés,ñez,nez,rea,do,tero,rro,ga,losa,roga,zar,zuela,les,ga',
    ),
  },
  {
    language: 'Italian',
    code: 'it',
    regions: ['IT', 'CH'],
    episode: 'Episodio',
    join: spaced,
    things: list(
      "Il faro,La notte,Il mare,L'inverno,La casa,Il fiume,Il giardino,La città,La strada,Lo specchio,La luna,La foresta,Il re,La vedova,La lettera,Il treno,Il silenzio,La tempesta,L'isola,L'ombra,Il bambino,La stella,La promessa,La porta",
    ),
    ofThings: list(
      "del faro,della notte,del mare,dell'inverno,della casa,del fiume,del giardino,della città,della strada,dello specchio,della luna,della foresta,del re,della vedova,della lettera,del treno,del silenzio,della tempesta,dell'isola,dell'ombra,del bambino,della stella,della promessa,della porta",
    ),
    given: [
      list('Niccolò,Matteo,Giosuè,Ettore,Silvio,Renzo,Dario,Ugo,Corrado,Elio,Fausto,Tullio'),
      list('Chiara,Ornella,Ilaria,Noemi,Serena,Bruna,Fiamma,Loredana,Mirella,Nives,Tosca,Zita'),
    ],
    family: list(
      'Albe,Bella,Bona,Cam,Capo,Casa,Coló,D’A,De Ma,Fe,Galli,Guar,Lom,Mar,Mon,Pelle,Ra,Ros,San,Spa,Ta,Ven,Vi,Zan',
    ),
    familyEnds: list(
      'bardi,bini,cci,chetti,dini,gnani,letti,lini,mati,nacci,nelli,pieri,raldi,rese,rotti,sini,tani,telli,tori,tti,turo,velli,vini,zzi',
    ),
  },
  {
    language: 'Portuguese',
    code: 'pt',
    regions: ['BR', 'PT'],
    episode: 'Episódio',
    join: spaced,
    things: list(
      'O Farol,A Noite,O Mar,O Inverno,A Casa,O Rio,O Jardim,A Cidade,A Estrada,O Espelho,A Lua,A Floresta,O Rei,A Viúva,A Carta,O Trem,O Silêncio,A Tempestade,A Ilha,A Sombra,A Criança,A Estrela,A Promessa,A Porta',
    ),
    ofThings: list(
      'do Farol,da Noite,do Mar,do Inverno,da Casa,do Rio,do Jardim,da Cidade,da Estrada,do Espelho,da Lua,da Floresta,do Rei,da Viúva,da Carta,do Trem,do Silêncio,da Tempestade,da Ilha,da Sombra,da Criança,da Estrela,da Promessa,da Porta',
    ),
    given: [
      list('João,Antônio,Otávio,Caio,Davi,Fábio,Heitor,Inácio,Jonas,Márcio,Raul,Vítor'),
      list('Conceição,Luísa,Iara,Júlia,Lídia,Marília,Nádia,Patrícia,Rita,Sônia,Tânia,Vânia'),
    ],
    family: list('Aze,Bar,Bran,Cam,Car,Cou,Fer,Fi,Gui,Ma,Mo,Nó,Oli,Pe,Quei,Ra,Ri,Sam,San,Sou,Tei,Var,Vas,Xa'),
    familyEnds: list(
      'bosa,brega,cedo,dão,gueira,guel,lho,marães,nandes,pos,queira,reira,rais,rães,ros,rós,tana,tinho,valho,vedo,veira,xeira,zes,boia',
    ),
  },
  {
    language: 'Russian',
    code: 'ru',
    regions: ['RU', 'SUHH', 'UA'],
    episode: 'Эпизод',
    join: spaced,
    things: list(
      'Маяк,Ночь,Море,Зима,Дом,Река,Сад,Город,Дорога,Зеркало,Луна,Лес,Король,Вдова,Письмо,Поезд,Тишина,Буря,Остров,Тень,Ребёнок,Звезда,Обещание,Дверь',
    ),
    ofThings: list(
      'маяка,ночи,моря,зимы,дома,реки,сада,города,дороги,зеркала,луны,леса,короля,вдовы,письма,поезда,тишины,бури,острова,тени,ребёнка,звезды,обещания,двери',
    ),
    given: [
      list('Arkady,Gleb,Igor,Kirill,Lev,Matvey,Nikita,Oleg,Pavel,Rodion,Semyon,Timofey'),
      list('Alla,Darya,Galina,Inna,Ksenia,Larisa,Nina,Oksana,Polina,Raisa,Taisiya,Zoya'),
    ],
    family: list(
      'Bara,Belo,Chere,Dolgo,Goro,Ivash,Karp,Kras,Lebed,Malin,Medve,Niko,Orlo,Petro,Rozh,Sido,Solo,Tara,Usti,Voro,Zaha,Zimo',
    ),
    familyEnds: list(
      'chenko,din,dov,enko,itsky,kin,kov,linov,lsky,menko,mov,nin,nov,rin,rov,shin,skoy,tin,tov,vich,vin,zov',
    ),
    native: {
      given: list('Аркадий,Глеб,Игорь,Кирилл,Лев,Никита,Олег,Павел,Родион,Тимофей'),
      family: list('Бара,Бело,Горо,Долго,Ива,Карпо,Лебе,Мали,Мело,Орло,Петре,Сидо,Тара,Ворон'),
      familyEnds: list('нов,хов,ров,динов,ленко,ченко,вский,шин,кин,рин'),
      order: 'given',
      gap: ' ',
    },
  },
  {
    language: 'Japanese',
    code: 'ja',
    regions: ['JP'],
    episode: 'エピソード',
    join: turned,
    things: list('灯台,夜,海,冬,家,川,庭,都,道,鏡,月,森,王,未亡人,手紙,列車,沈黙,嵐,島,影,子供,星,約束,扉'),
    ofThings: list(
      '灯台の,夜の,海の,冬の,家の,川の,庭の,都の,道の,鏡の,月の,森の,王の,未亡人の,手紙の,列車の,沈黙の,嵐の,島の,影の,子供の,星の,約束の,扉の',
    ),
    given: [
      list('Haruto,Kazuo,Makoto,Naoki,Osamu,Ryota,Shun,Takumi,Yuji,Daisuke,Hideo,Isamu'),
      list('Aiko,Emi,Fumiko,Hanae,Kaori,Mayu,Natsuki,Reiko,Sayaka,Tomoe,Yoko,Chiyo'),
    ],
    family: list(
      'Aka,Fuji,Hama,Hayashi,Ishi,Kawa,Kita,Matsu,Mina,Mori,Naka,Nishi,Ono,Saka,Shima,Sugi,Taka,Tani,Uchi,Yama,Yoshi',
    ),
    familyEnds: list('bara,da,gawa,hara,kawa,ki,kura,mi,moto,mura,naga,no,oka,saki,sawa,shita,ta,uchi,yama,zawa,zono'),
    native: {
      given: list('陽斗,和夫,誠,直樹,修,恵美,花江,香織,夏希,玲子,千代,勇'),
      family: list('赤,藤,浜,石,川,北,松,森,中,西,坂,島,杉,高,谷,山,吉'),
      familyEnds: list('田,川,原,木,村,野,本,崎,沢,山,岡,井'),
      order: 'family',
      gap: ' ',
    },
  },
  {
    language: 'Korean',
    code: 'ko',
    regions: ['KR'],
    episode: '에피소드',
    join: turned,
    things: list(
      '등대,밤,바다,겨울,집,강,정원,도시,길,거울,달,숲,왕,과부,편지,기차,침묵,폭풍,섬,그림자,아이,별,약속,문',
    ),
    ofThings: list(
      '등대의 ,밤의 ,바다의 ,겨울의 ,집의 ,강의 ,정원의 ,도시의 ,길의 ,거울의 ,달의 ,숲의 ,왕의 ,과부의 ,편지의 ,기차의 ,침묵의 ,폭풍의 ,섬의 ,그림자의 ,아이의 ,별의 ,약속의 ,문의 ',
    ),
    given: [
      list('Dong-hyun,Jae-min,Ki-tae,Min-jun,Sang-ho,Seung-woo,Tae-yang,Woo-jin,Yong-su,Young-ho'),
      list('Bo-ra,Eun-ji,Hye-rim,Ji-soo,Mi-kyung,Na-ri,Seo-yeon,Soo-ah,Yu-na,Ye-jin'),
    ],
    family: list('Ahn,Bae,Cha,Gong,Han,Hwang,Jang,Jung,Kang,Ko,Kwon,Moon,Nam,Noh,Oh,Ryu,Seo,Shim,Song,Yoo'),
    familyEnds: [''],
    native: {
      given: list('동현,재민,기태,민준,상호,보라,은지,혜림,지수,나리,서연,유나'),
      family: list('안,배,차,한,황,장,정,강,고,권,문,남,오,류,서,심'),
      familyEnds: [''],
      order: 'family',
      gap: '',
    },
  },
  {
    language: 'Hindi',
    code: 'hi',
    regions: ['IN'],
    episode: 'एपिसोड',
    join: (thing, of) => `${of} और ${thing}`,
    things: list(
      'प्रकाश स्तंभ,रात,सागर,सर्दी,घर,नदी,बगीचा,शहर,रास्ता,आईना,चाँद,जंगल,राजा,विधवा,चिट्ठी,रेलगाड़ी,खामोशी,तूफ़ान,द्वीप,परछाई,बच्चा,तारा,वादा,दरवाज़ा',
    ),
    ofThings: list(
      'प्रकाश स्तंभ,रात,सागर,सर्दी,घर,नदी,बगीचा,शहर,रास्ता,आईना,चाँद,जंगल,राजा,विधवा,चिट्ठी,रेलगाड़ी,खामोशी,तूफ़ान,द्वीप,परछाई,बच्चा,तारा,वादा,दरवाज़ा',
    ),
    given: [
      list('Arvind,Dinesh,Gopal,Harish,Jatin,Kunal,Mohan,Naveen,Prakash,Rohit,Suresh,Vikram'),
      list('Anjali,Deepa,Gauri,Indira,Kavita,Lata,Meera,Nandini,Pooja,Rekha,Sunita,Usha'),
    ],
    family: list('Agar,Bhat,Chaud,Desh,Gaek,Iyen,Jos,Kulkar,Mal,Nambi,Pat,Pill,Raj,Sax,Srini,Triv,Vaid'),
    familyEnds: list('wal,hary,mukh,war,gar,hi,ni,hotra,ar,ara,vasan,edi,ya,ande,aran'),
    native: {
      given: list('अरविंद,दिनेश,गोपाल,हरीश,मोहन,अंजलि,दीपा,गौरी,कविता,मीरा'),
      family: list('अग्रवाल,भट्ट,चौधरी,देशमुख,जोशी,कुलकर्णी,पाटिल,सक्सेना,त्रिवेदी,वैद्य'),
      familyEnds: [''],
      order: 'given',
      gap: ' ',
    },
  },
  {
    language: 'Arabic',
    code: 'ar',
    regions: ['EG', 'LB', 'AE'],
    episode: 'الحلقة',
    join: (thing, of) => `${thing} و${of}`,
    things: list(
      'المنارة,الليل,البحر,الشتاء,البيت,النهر,الحديقة,المدينة,الطريق,المرآة,القمر,الغابة,الملك,الأرملة,الرسالة,القطار,الصمت,العاصفة,الجزيرة,الظل,الطفل,النجمة,الوعد,الباب',
    ),
    ofThings: list(
      'المنارة,الليل,البحر,الشتاء,البيت,النهر,الحديقة,المدينة,الطريق,المرآة,القمر,الغابة,الملك,الأرملة,الرسالة,القطار,الصمت,العاصفة,الجزيرة,الظل,الطفل,النجمة,الوعد,الباب',
    ),
    given: [
      list('Adel,Bassam,Fadi,Hatem,Karim,Mahmoud,Nabil,Rami,Tarek,Youssef'),
      list('Amal,Dalia,Farida,Hanan,Laila,Mona,Nadia,Rania,Salma,Yasmin'),
    ],
    family: list('Abd,Al-A,Al-Ha,Al-Ma,Bu,El-Ga,El-Sa,Ha,Kha,Man,Sha,Tah'),
    familyEnds: list('lim,rawi,shami,ddad,khouri,mmal,yed,mdan,lifa,sour,heen,tros'),
    native: {
      given: list('عادل,بسام,فادي,كريم,نبيل,أمل,داليا,ليلى,سلمى,ياسمين'),
      family: list('الحداد,الشامي,حمدان,خليفة,منصور,شاهين,الخوري,الجمال,السيد,طه'),
      familyEnds: [''],
      order: 'given',
      gap: ' ',
    },
  },
  {
    language: 'Greek',
    code: 'el',
    regions: ['GR'],
    episode: 'Επεισόδιο',
    join: spaced,
    things: list(
      'Ο φάρος,Η νύχτα,Η θάλασσα,Ο χειμώνας,Το σπίτι,Το ποτάμι,Ο κήπος,Η πόλη,Ο δρόμος,Ο καθρέφτης,Το φεγγάρι,Το δάσος,Ο βασιλιάς,Η χήρα,Το γράμμα,Το τρένο,Η σιωπή,Η καταιγίδα,Το νησί,Η σκιά,Το παιδί,Το αστέρι,Η υπόσχεση,Η πόρτα',
    ),
    ofThings: list(
      'του φάρου,της νύχτας,της θάλασσας,του χειμώνα,του σπιτιού,του ποταμού,του κήπου,της πόλης,του δρόμου,του καθρέφτη,του φεγγαριού,του δάσους,του βασιλιά,της χήρας,του γράμματος,του τρένου,της σιωπής,της καταιγίδας,του νησιού,της σκιάς,του παιδιού,του αστεριού,της υπόσχεσης,της πόρτας',
    ),
    given: [
      list('Andreas,Giorgos,Kostas,Lefteris,Manolis,Nikos,Petros,Stavros,Thanos,Yannis'),
      list('Anna,Despina,Eleni,Ioanna,Katerina,Maria,Niki,Sofia,Vasiliki,Zoi'),
    ],
    family: list('Ale,Chri,Dimi,Geor,Kara,Laza,Mav,Niko,Papa,Sta,Theo,Vla'),
    familyEnds: list('dakis,dimas,giannis,kostas,lopoulos,mitriou,nidis,ridis,stodoulou,vrakis'),
    native: {
      given: list('Ανδρέας,Γιώργος,Κώστας,Μανώλης,Νίκος,Ελένη,Κατερίνα,Μαρία,Σοφία,Ζωή'),
      family: list('Αλεξ,Δημη,Καρα,Λαζα,Μαυρ,Νικο,Παπα,Θεο'),
      familyEnds: list('άκης,λόπουλος,ίδης,τρίου,γιάννης'),
      order: 'given',
      gap: ' ',
    },
  },
  {
    language: 'Chinese',
    code: 'cmn',
    regions: ['CN', 'TW', 'HK'],
    episode: '第',
    join: turned,
    things: list(
      '灯塔,夜,大海,冬天,房子,河,花园,城市,路,镜子,月亮,森林,国王,寡妇,信,火车,沉默,风暴,岛,影子,孩子,星星,诺言,门',
    ),
    ofThings: list(
      '灯塔之,夜之,大海之,冬天之,房子之,河之,花园之,城市之,路之,镜子之,月亮之,森林之,国王之,寡妇之,信之,火车之,沉默之,风暴之,岛之,影子之,孩子之,星星之,诺言之,门之',
    ),
    given: [
      list('Bo,Gang,Haoran,Jian,Lei,Ming,Peng,Qiang,Tao,Wei,Xiang,Zhen'),
      list('Fang,Hui,Jing,Lan,Li,Mei,Na,Ping,Qian,Ting,Xiu,Yan'),
    ],
    family: list('Cai,Chen,Deng,Dong,Fang,Gao,Guo,He,Hu,Jiang,Liang,Luo,Ma,Pan,Qin,Shen,Sun,Tang,Wen,Xu,Yao,Zhao,Zhou'),
    familyEnds: [''],
    native: {
      given: list('浩然,建,磊,明,鹏,芳,慧,静,兰,梅,婷,燕'),
      family: list('蔡,陈,邓,董,方,高,郭,何,胡,江,梁,罗,潘,秦,沈,唐'),
      familyEnds: [''],
      order: 'family',
      gap: '',
    },
  },
  {
    language: 'Turkish',
    code: 'tr',
    regions: ['TR'],
    episode: 'Bölüm',
    join: (thing, of) => `${of} ve ${thing}`,
    things: list(
      'Deniz Feneri,Gece,Deniz,Kış,Ev,Irmak,Bahçe,Şehir,Yol,Ayna,Ay,Orman,Kral,Dul,Mektup,Tren,Sessizlik,Fırtına,Ada,Gölge,Çocuk,Yıldız,Söz,Kapı',
    ),
    ofThings: list(
      'Deniz Feneri,Gece,Deniz,Kış,Ev,Irmak,Bahçe,Şehir,Yol,Ayna,Ay,Orman,Kral,Dul,Mektup,Tren,Sessizlik,Fırtına,Ada,Gölge,Çocuk,Yıldız,Söz,Kapı',
    ),
    given: [
      list('Ahmet,Barış,Cem,Doğan,Emre,Hakan,Kemal,Murat,Ozan,Tolga'),
      list('Ayşe,Defne,Elif,Gülşen,Leyla,Melis,Nilüfer,Selin,Şebnem,Zeynep'),
    ],
    family: list('Ak,Ay,Bay,Çelik,Demir,Er,Gök,Kara,Koç,Öz,Tek,Yıl'),
    familyEnds: list('bulut,can,doğan,er,göz,han,kaya,oğlu,soy,taş,türk,yurt'),
  },
  {
    language: 'Polish',
    code: 'pl',
    regions: ['PL'],
    episode: 'Odcinek',
    join: spaced,
    things: list(
      'Latarnia,Noc,Morze,Zima,Dom,Rzeka,Ogród,Miasto,Droga,Lustro,Księżyc,Las,Król,Wdowa,List,Pociąg,Cisza,Burza,Wyspa,Cień,Dziecko,Gwiazda,Obietnica,Drzwi',
    ),
    ofThings: list(
      'latarni,nocy,morza,zimy,domu,rzeki,ogrodu,miasta,drogi,lustra,księżyca,lasu,króla,wdowy,listu,pociągu,ciszy,burzy,wyspy,cienia,dziecka,gwiazdy,obietnicy,drzwi',
    ),
    given: [
      list('Bogdan,Grzegorz,Jacek,Krzysztof,Łukasz,Maciej,Paweł,Stanisław,Wojciech,Zbigniew'),
      list('Agnieszka,Bożena,Danuta,Ewa,Grażyna,Joanna,Małgorzata,Renata,Urszula,Żaneta'),
    ],
    family: list('Bor,Dąb,Gór,Jab,Kam,Kow,Leś,Maj,Now,Ol,Paw,Szym,Wiś,Zie'),
    familyEnds: list('acki,alski,czyk,ecki,elski,iński,kowski,łoński,niewicz,owicz,ański,ewski'),
  },
  {
    language: 'Swedish',
    code: 'sv',
    regions: ['SE', 'FI'],
    episode: 'Avsnitt',
    join: (thing, of) => `${thing} och ${of}`,
    things: list(
      'Fyren,Natten,Havet,Vintern,Huset,Floden,Trädgården,Staden,Vägen,Spegeln,Månen,Skogen,Kungen,Änkan,Brevet,Tåget,Tystnaden,Stormen,Ön,Skuggan,Barnet,Stjärnan,Löftet,Dörren',
    ),
    ofThings: list(
      'fyren,natten,havet,vintern,huset,floden,trädgården,staden,vägen,spegeln,månen,skogen,kungen,änkan,brevet,tåget,tystnaden,stormen,ön,skuggan,barnet,stjärnan,löftet,dörren',
    ),
    given: [
      list('Åke,Björn,Göran,Håkan,Jörgen,Lennart,Måns,Nils,Örjan,Sven'),
      list('Åsa,Britta,Ebba,Gunilla,Ingrid,Karin,Linnéa,Märta,Signe,Ulla'),
    ],
    family: list('Berg,Björk,Dahl,Ek,Fors,Grön,Hag,Lind,Lund,Ny,Sjö,Ström,Söder,Öst'),
    familyEnds: list('berg,blad,dahl,feldt,gren,holm,kvist,lund,man,mark,qvist,ström'),
  },
];

/** Likelihood of each of `CULTURES`, in percent. */
export const CULTURE_WEIGHTS: readonly number[] = [46, 7, 7, 9, 4, 5, 4, 5, 3, 3, 1, 1, 2, 1, 1, 1];
