/** A name in its own script, and the Latin letters that its email is made of. */
export type Spelling = readonly [native: string, latin: string];

export interface NameStock {
  script: string;
  locale: string;
  timeZone: string;
  /** How the full name is put together. */
  order: 'given-family' | 'family-given' | 'family given';
  given: readonly Spelling[];
  family: readonly Spelling[];
}

const pairs = (text: string): Spelling[] =>
  text.split(' ').map((pair) => {
    const [native = '', latin = native] = pair.split('=');
    return [native.replaceAll('_', ' '), latin.toLowerCase()] as const;
  });

/** Latin letters only; accents go in the email. */
const latin = (text: string): Spelling[] =>
  text.split(' ').map((name) => [
    name,
    name
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase(),
  ]);

export const NAME_STOCKS: readonly NameStock[] = [
  {
    script: 'Latin',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    order: 'given-family',
    given: latin(
      'Olivia Amelia Grace Freya Hannah Megan Rhys Callum Oscar Harry Edmund Tobias Imogen Niamh Alastair Bronwen',
    ),
    family: latin(
      'Ashworth Bramwell Calloway Dunmore Ellery Fairbairn Gilchrist Hathaway Kirkbride Lockwood Marlowe Pemberton',
    ),
  },
  {
    script: 'Latin',
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
    order: 'given-family',
    given: latin('Jürgen Käthe Björn Sören Heike Annegret Lukas Mareike Günther Ulrike Matthias Friederike Änne Jörg'),
    family: latin(
      'Müller Schäfer Köhler Grünwald Böhm Weiß Jäger Krüger Lindström Schröder Vogt Hofmann Überall Brandt',
    ),
  },
  {
    script: 'Latin',
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    order: 'given-family',
    given: latin('Éloïse Chloé Zoë François Gaëlle René Aurélie Benoît Anaïs Thérèse Jérôme Noémie Loïc Hélène'),
    family: latin(
      'Lefèvre Gauthier Béranger Desprès Châtelain Fournier Garçon Dubreuil Séguin Pélissier Marchand Rivière',
    ),
  },
  {
    script: 'Latin',
    locale: 'es-ES',
    timeZone: 'Europe/Madrid',
    order: 'given-family',
    given: latin('Begoña Íñigo José María Ángel Inés Rocío Joaquín Nuria Tomás Lucía Andrés Sofía Óscar'),
    family: latin('Núñez Ibáñez Muñoz Gutiérrez Cañizares Peña Vázquez Domínguez Álvarez Zúñiga Rincón Herrera'),
  },
  {
    script: 'Latin',
    locale: 'pl-PL',
    timeZone: 'Europe/Warsaw',
    order: 'given-family',
    given: pairs(
      'Łukasz=lukasz Małgorzata=malgorzata Żaneta=zaneta Sławomir=slawomir Grażyna=grazyna Jędrzej=jedrzej Zofia=zofia',
    ),
    family: pairs(
      'Wójcik=wojcik Dąbrowska=dabrowska Zieliński=zielinski Wałęga=walega Krawczyk=krawczyk Górski=gorski',
    ),
  },
  {
    script: 'Cyrillic',
    locale: 'uk-UA',
    timeZone: 'Europe/Kyiv',
    order: 'given-family',
    given: pairs(
      'Оксана=oksana Андрій=andriy Дмитро=dmytro Світлана=svitlana Ірина=iryna Юрій=yuriy Наталія=nataliya Богдан=bohdan',
    ),
    family: pairs(
      'Шевчук=shevchuk Коваленко=kovalenko Бондар=bondar Ткаченко=tkachenko Лисенко=lysenko Мельник=melnyk',
    ),
  },
  {
    script: 'Cyrillic',
    locale: 'bg-BG',
    timeZone: 'Europe/Sofia',
    order: 'given-family',
    given: pairs(
      'Георги=georgi Мария=mariya Стоян=stoyan Елена=elena Петър=petar Цветелина=tsvetelina Николай=nikolay',
    ),
    family: pairs('Иванов=ivanov Димитрова=dimitrova Тодоров=todorov Стоянова=stoyanova Колев=kolev Ангелова=angelova'),
  },
  {
    script: 'Greek',
    locale: 'el-GR',
    timeZone: 'Europe/Athens',
    order: 'given-family',
    given: pairs(
      'Γιώργος=giorgos Ελένη=eleni Νίκος=nikos Κατερίνα=katerina Δημήτρης=dimitris Σοφία=sofia Άγγελος=angelos',
    ),
    family: pairs('Παπαδόπουλος=papadopoulos Νικολάου=nikolaou Οικονόμου=oikonomou Γεωργίου=georgiou Αλεξίου=alexiou'),
  },
  {
    script: 'Chinese',
    locale: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    order: 'family-given',
    given: pairs(
      '伟=wei 芳=fang 秀英=xiuying 娜=na 敏=min 静=jing 强=qiang 洋=yang 子涵=zihan 欣怡=xinyi 浩然=haoran 梓轩=zixuan',
    ),
    family: pairs('王=wang 李=li 张=zhang 刘=liu 陈=chen 杨=yang 赵=zhao 黄=huang 周=zhou 吴=wu 欧阳=ouyang'),
  },
  {
    script: 'Japanese',
    locale: 'ja-JP',
    timeZone: 'Asia/Tokyo',
    order: 'family given',
    given: pairs(
      '太郎=taro 花子=hanako 健一=kenichi 陽子=yoko 直樹=naoki さくら=sakura 大輔=daisuke 美咲=misaki ケン=ken',
    ),
    family: pairs('山田=yamada 佐藤=sato 鈴木=suzuki 高橋=takahashi 田中=tanaka 渡辺=watanabe 伊藤=ito 中村=nakamura'),
  },
  {
    script: 'Korean',
    locale: 'ko-KR',
    timeZone: 'Asia/Seoul',
    order: 'family-given',
    given: pairs('민준=minjun 서연=seoyeon 지훈=jihun 하은=haeun 도윤=doyun 지우=jiwoo 예준=yejun 수아=sua'),
    family: pairs('김=kim 이=lee 박=park 최=choi 정=jung 강=kang 조=cho 윤=yoon'),
  },
  {
    script: 'Arabic',
    locale: 'ar-EG',
    timeZone: 'Africa/Cairo',
    order: 'given-family',
    given: pairs('فاطمة=fatima محمد=mohamed ليلى=layla أحمد=ahmed نور=nour يوسف=youssef مريم=mariam خالد=khaled'),
    family: pairs('الحسن=alhassan منصور=mansour حداد=haddad السيد=elsayed نصار=nassar الخطيب=alkhatib'),
  },
  {
    script: 'Hebrew',
    locale: 'he-IL',
    timeZone: 'Asia/Jerusalem',
    order: 'given-family',
    given: pairs('נועה=noa איתן=eitan תמר=tamar יעל=yael אורי=uri שירה=shira דניאל=daniel מיכל=michal'),
    family: pairs('כהן=cohen לוי=levi מזרחי=mizrahi פרץ=peretz ביטון=biton אברהם=avraham'),
  },
  {
    script: 'Hindi',
    locale: 'hi-IN',
    timeZone: 'Asia/Kolkata',
    order: 'given-family',
    given: pairs('आरव=aarav अनन्या=ananya रोहन=rohan प्रिया=priya विवेक=vivek सुनीता=sunita अर्जुन=arjun कविता=kavita'),
    family: pairs('शर्मा=sharma वर्मा=verma गुप्ता=gupta पटेल=patel अय्यर=iyer चौधरी=chaudhary मिश्रा=mishra'),
  },
];

/** Made-up companies, on a domain that no one can own. */
export const COMPANY_DOMAINS: readonly string[] = (
  'harbourlight bluefinch northwharf alderline copperfield meridianworks silverbirch oakandash tidewater lanternhouse ' +
  'brightmoor kestrel papermill stonebridge evergreen saltmarsh windrose amberley foxglove ironwood quillfeather ' +
  'redkite sundial tallship thornbury violetta westerly yewtree zephyr cloudberry driftwood fernhill glasshouse'
)
  .split(' ')
  .flatMap((name) => [`${name}.example`, `${name}-group.example`]);

export const FREE_MAIL_DOMAINS: readonly string[] = [
  'gmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'proton.me',
  'gmx.de',
  'orange.fr',
  'qq.com',
  'naver.com',
];
