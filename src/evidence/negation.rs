//! Words that turn a sentence round, and figures, by language.
//!
//! Where an omission drops such a word, or an insertion adds one or stands in its place, a person
//! has to look at it: no program can say whether the sense is kept.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::evidence::fold::is_nothing;
use crate::model::script::is_without_spaces;

/// The words of a language; a star stands for any end.
struct Language {
    code: &'static str,
    negations: &'static str,
    figures: &'static str,
}

const LANGUAGES: &[Language] = &[
    Language {
        code: "en",
        negations: "not no never none nobody nothing neither nor nowhere cannot without noone nought non hardly scarcely barely rarely seldom",
        figures: "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
                  sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty \
                  ninety hundred* thousand* million* billion* trillion* dozen* half zero",
    },
    // A text whose language nobody has named: words that mean nothing else in English.
    Language {
        code: "und",
        negations: "nicht nichts niemals niemand* kein* weder ohne nirgends ne n' pas jamais rien aucun* \
                    nunca jamás nada nadie ningún ninguno ninguna tampoco não ninguém nenhum* nigdy nikt \
                    niet nooit geen inte aldrig",
        figures: "",
    },
    Language {
        code: "de",
        negations: "nicht nichts nie niemals niemand* kein* nimmer keinesfalls keineswegs nirgends nirgendwo \
                    weder ohne nein kaum selten",
        figures: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig \
                  fünfzig sechzig siebzig achtzig neunzig hundert* tausend* million* milliarde* \
                  dutzend* halb* null",
    },
    Language {
        code: "fr",
        negations: "ne n' pas jamais rien aucun* nul nulle ni sans non guère nullement rarement",
        figures: "deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante \
                  cinquante soixante cent cents mille million* milliard* douzaine* moitié zéro",
    },
    Language {
        code: "ru",
        negations: "не нет ни никогда никто никого никому никем ничто ничего ничему ничем нигде никуда \
                    никак никак* нельзя без ниоткуда некого нечего едва вряд редко",
        figures: "два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок \
                  пятьдесят сто двести тысяч* миллион* миллиард* половин* ноль",
    },
    Language {
        code: "uk",
        negations: "не ні ніколи ніхто нікого нікому ніким ніщо нічого нічому нічим ніде нікуди ніяк* \
                    немає нема без жоден жодн* ані ледве навряд рідко",
        figures: "два дві три чотири п'ять шість сім вісім дев'ять десять двадцять тридцять сорок \
                  п'ятдесят сто двісті тисяч* мільйон* мільярд* половин* нуль",
    },
    Language {
        code: "be",
        negations: "не ні ніколі ніхто нікога нічога нідзе няма без",
        figures: "два тры чатыры пяць сто тысяч* мільён*",
    },
    Language {
        code: "ar",
        negations: "لا لم لن ليس ليست ليسوا لست لسنا غير بدون دون كلا بلا ألا",
        figures: "اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة مائة ألف آلاف مليون مليار",
    },
    Language {
        code: "fa",
        negations: "نه نیست هرگز بدون هیچ نیستند نمی*",
        figures: "دو سه چهار پنج شش هفت هشت نه ده صد هزار میلیون میلیارد",
    },
    Language {
        code: "es",
        negations: "no nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas ni sin tampoco apenas raramente",
        figures: "dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta \
                  cincuenta cien ciento* mil miles millón millones docena* mitad cero",
    },
    Language {
        code: "it",
        negations: "non mai nessun* niente nulla né senza no neanche nemmeno neppure raramente",
        figures: "due tre quattro cinque sei sette otto nove dieci venti cento mille mila milion* miliard*",
    },
    Language {
        code: "pt",
        negations: "não nunca jamais nada ninguém nenhum* nem sem tampouco raramente",
        figures: "dois duas três quatro cinco seis sete oito nove dez vinte cem cento mil milhão milhões",
    },
    Language {
        code: "pl",
        negations: "nie nigdy nikt nikogo nikomu nic niczego żaden żadn* ani bez ledwie ledwo rzadko",
        figures: "dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc* tysięcy milion* miliard*",
    },
    Language {
        code: "nl",
        negations: "niet niets nooit geen niemand nergens noch zonder nee nauwelijks zelden",
        figures: "twee drie vier vijf zes zeven acht negen tien twintig honderd* duizend* miljoen* miljard*",
    },
    Language {
        code: "sv",
        negations: "inte ej icke aldrig ingen inget inga ingenting nej varken knappast sällan",
        figures: "två tre fyra fem sex sju åtta nio tio hundra* tusen* miljon* miljard*",
    },
    Language {
        code: "tr",
        negations: "değil hayır asla hiç hiçbir yok değildir değiliz değilim olmadan olmaksızın kimse",
        figures: "iki üç dört beş altı yedi sekiz dokuz on yüz bin milyon milyar",
    },
    Language {
        code: "zh",
        negations: "不 没 沒 无 無 未 勿 莫 否 并非 並非 绝非 絕非 决非 決非 别 別",
        figures: "二 两 兩 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億",
    },
    Language {
        code: "ja",
        negations: "ない なかった なく ません ず、 無 不 未",
        figures: "二 三 四 五 六 七 八 九 十 百 千 万 億",
    },
];

/// Words of scripts without spaces in which a negating letter does not negate.
const HARMLESS: &[&str] = &[
    "未来",
    "未來",
    "不过",
    "不過",
    "不久",
    "不断",
    "不斷",
    "不仅",
    "不僅",
    "不但",
    "特别",
    "特別",
    "分别",
    "分別",
    "区别",
    "區別",
    "差别",
    "差別",
    "性别",
    "性別",
    "级别",
    "級別",
    "类别",
    "類別",
    "不少",
    "不得不",
    "不管",
    "不论",
    "不論",
    "不同",
    "无疑",
    "無疑",
    "无非",
    "無非",
    "识别",
    "識別",
    "告别",
    "告別",
    "个别",
    "個別",
    "别人",
    "別人",
    "别的",
    "別的",
];

/// Whether the negations of one of the languages are known.
#[must_use]
pub fn is_known(languages: &[&str]) -> bool {
    LANGUAGES.iter().any(|it| languages.iter().any(|language| primary(language) == it.code))
}

/// The first negation of a text in one of the languages.
#[must_use]
pub fn negation(text: &str, languages: &[&str]) -> Option<Box<str>> {
    let lists = listed(text, languages).map(|language| language.negations);
    first(text, &lists.collect::<Vec<_>>(), languages.iter().any(|it| primary(it) == "en"))
}

/// The first figure of a text, in digits or in words.
#[must_use]
pub fn figure(text: &str, languages: &[&str]) -> Option<Box<str>> {
    let digits = text.split_whitespace().find(|word| word.contains(char::is_numeric));
    let lists = listed(text, languages).map(|language| language.figures);
    digits.map(Into::into).or_else(|| first(text, &lists.collect::<Vec<_>>(), false))
}

fn primary(language: &str) -> String {
    language.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase()
}

/// The lists of the languages, and those of the script that the text is in, whatever is said of it.
fn listed<'l>(
    text: &'l str,
    languages: &'l [&str],
) -> impl Iterator<Item = &'static Language> + 'l {
    let holds = |range: std::ops::RangeInclusive<char>| text.chars().any(|c| range.contains(&c));
    let (cyrillic, arabic) = (holds('\u{400}'..='\u{52f}'), holds('\u{600}'..='\u{6ff}'));
    let (kana, han) = (holds('\u{3040}'..='\u{30ff}'), holds('\u{3400}'..='\u{9fff}'));
    LANGUAGES.iter().filter(move |it| {
        let of_script = match it.code {
            "ru" | "uk" | "be" => cyrillic,
            "ar" => arabic,
            "zh" => han && !kana,
            "ja" => kana,
            _ => false,
        };
        of_script || languages.iter().any(|language| primary(language) == it.code)
    })
}

fn first(text: &str, lists: &[&str], english: bool) -> Option<Box<str>> {
    // Letters may be written with their marks apart, and words with soft hyphens in them.
    let composed: String = text.chars().filter(|c| !is_nothing(*c)).nfc().collect();
    let lower = composed.to_lowercase().replace(['’', 'ʼ', '‘'], "'");
    let mut spaceless = lower.clone();
    for word in HARMLESS {
        spaceless = spaceless.replace(word, " ");
    }
    for entry in lists.iter().flat_map(|list| list.split_whitespace()) {
        if entry.starts_with(is_without_spaces) && spaceless.contains(entry) {
            return Some(entry.into());
        }
    }
    let letter = |c: char| c.is_alphanumeric() || c == '\'' || is_combining_mark(c);
    let mut at = 0;
    for word in lower.split(|c| !letter(c)) {
        let after = lower.get(at + word.len()..).unwrap_or("");
        at += word.len() + after.chars().next().map_or(0, char::len_utf8);
        // `No. 5` numbers, and `no-one` is one word.
        let number = word == "no"
            && after
                .strip_prefix('.')
                .is_some_and(|it| it.trim_start().starts_with(char::is_numeric));
        if word.is_empty() || number {
            continue;
        }
        let word = word.trim_matches('\'');
        if english && word.ends_with("n't") {
            return Some(word.into());
        }
        let is = |entry: &str| {
            matches(word, entry)
                || word.split_once('\'').is_some_and(|(head, tail)| {
                    // `n’est`, `qu’aucun`; in Ukrainian the apostrophe is a letter.
                    matches(&format!("{head}'"), entry)
                        || (!head.is_empty() && head.len() <= 3 && matches(tail, entry))
                })
                || arabic(word).any(|bare| matches(bare, entry))
        };
        if lists.iter().flat_map(|list| list.split_whitespace()).any(is) {
            return Some(word.into());
        }
    }
    None
}

fn matches(word: &str, entry: &str) -> bool {
    match entry.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == entry,
    }
}

/// An Arabic word without the letters for *and* and *so* that are written on to it.
fn arabic(word: &str) -> impl Iterator<Item = &str> {
    ['و', 'ف'].into_iter().filter_map(move |letter| word.strip_prefix(letter))
}

#[cfg(test)]
mod tests {
    use super::{figure, negation};

    #[test]
    fn negations_of_each_language_are_known() {
        for (language, text) in [
            ("en", "is not really"),
            ("en-GB", "They can’t or"),
            ("en", "No one"),
            ("de", "haben wir keinen"),
            ("fr", "il n’est"),
            ("fr", "qu’aucun"),
            ("ru", "никогда"),
            ("ru", "Мы не"),
            ("uk", "жодного"),
            ("ar", "ولن"),
            ("ar", "لا"),
            ("zh", "我们不会"),
            ("zh-Hans", "并非"),
            ("es", "Ningún país"),
            ("und", "Wir haben nicht"),
            ("und", "ne sera pas"),
            ("en", "Мы не"),
            ("en", "a non-binding vote"),
            ("es", "jama\u{301}s"),
            ("pl", "z\u{307}adnego"),
            ("en", "is n\u{ad}ot"),
            ("en", "hardly ever"),
            ("de", "kaum jemand"),
            ("ru", "едва ли"),
            ("tr", "doğru değildir"),
            ("zh", "请别去"),
        ] {
            assert!(negation(text, &[language]).is_some(), "{text}");
        }
        for (language, text) in [
            ("en", "the notable north knows nonetheless"),
            ("en", "see No. 5 there"),
            ("de", "die Nichte, klein, nieder"),
            ("fr", "notre nation passe"),
            ("ru", "нефть, небо, Нина"),
            ("uk", "небо, Ніна"),
            ("zh", "在未来"),
            ("zh", "特别是区别"),
            ("ar", "ولاية"),
            ("es", "noche, nivel, sino"),
        ] {
            assert_eq!(negation(text, &[language]), None, "{text}");
        }
    }

    #[test]
    fn figures_stand_in_digits_and_in_words() {
        assert!(figure("some 3,500 men", &["en"]).is_some());
        assert!(figure("two treaties", &["en"]).is_some());
        assert!(figure("fünf", &["de"]).is_some());
        assert!(figure("三个", &["zh"]).is_some());
        assert_eq!(figure("one of them, often", &["en"]), None);
    }
}
