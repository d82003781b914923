//! The languages that have a code of two letters, and codes of countries that are taken for one.

/// Every subtag of two letters in the registry of language subtags (IANA, after ISO 639-1), those
/// that it calls deprecated among them: <https://www.iana.org/assignments/language-subtag-registry>.
const CODES: &str = "\
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu \
    hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv \
    kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr \
    nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq \
    sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi \
    yo za zh zu";

/// Codes of countries and regions (ISO 3166-1) that are no language's, with the language that is
/// likely meant.
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("al", "sq", "Albanian"),
    ("at", "de", "German"),
    ("au", "en", "English"),
    ("bd", "bn", "Bengali"),
    ("by", "be", "Belarusian"),
    ("cl", "es", "Spanish"),
    ("cn", "zh", "Chinese"),
    ("cz", "cs", "Czech"),
    ("dk", "da", "Danish"),
    ("eg", "ar", "Arabic"),
    ("gb", "en", "English"),
    ("ge", "ka", "Georgian"),
    ("gr", "el", "Greek"),
    ("hk", "zh", "Chinese"),
    ("il", "he", "Hebrew"),
    ("iq", "ar", "Arabic"),
    ("ir", "fa", "Persian"),
    ("jo", "ar", "Arabic"),
    ("jp", "ja", "Japanese"),
    ("kh", "km", "Khmer"),
    ("kp", "ko", "Korean"),
    ("kz", "kk", "Kazakh"),
    ("md", "ro", "Romanian"),
    ("mm", "my", "Burmese"),
    ("mx", "es", "Spanish"),
    ("np", "ne", "Nepali"),
    ("nz", "en", "English"),
    ("pe", "es", "Spanish"),
    ("pk", "ur", "Urdu"),
    ("rs", "sr", "Serbian"),
    ("sy", "ar", "Arabic"),
    ("tj", "tg", "Tajik"),
    ("tm", "tk", "Turkmen"),
    ("ua", "uk", "Ukrainian"),
    ("us", "en", "English"),
    ("vn", "vi", "Vietnamese"),
];

/// Whether the first part of a tag may be a language's. A code of three letters is not looked up.
pub fn is_language(code: &str) -> bool {
    code.len() != 2 || CODES.split(' ').any(|it| it.eq_ignore_ascii_case(code))
}

/// The language that the code of a country is meant for, as its code and its name.
pub fn of_country(code: &str) -> Option<(&'static str, &'static str)> {
    let country = COUNTRIES.iter().find(|(country, ..)| country.eq_ignore_ascii_case(code));
    country.map(|(_, code, name)| (*code, *name))
}

#[cfg(test)]
mod tests {
    use super::{CODES, COUNTRIES, is_language, of_country};

    #[test]
    fn codes_of_two_letters_are_in_the_registry_and_in_order() {
        let codes: Vec<&str> = CODES.split(' ').collect();
        assert!(codes.is_sorted() && codes.iter().all(|code| code.len() == 2));
        // ISO 639-1 has 184, and the registry keeps `in`, `iw`, `ji`, `jw`, `mo` and `sh`.
        assert_eq!(codes.len(), 190);
        for code in ["en", "UK", "se", "br", "kr", "iw", "in", "ji", "sh", "mo", "arn", "zzz"] {
            assert!(is_language(code), "{code}");
        }
        assert!(!["ua", "JP", "zz", "xx"].into_iter().any(is_language));
    }

    #[test]
    fn countries_are_no_languages_and_lead_to_one() {
        for (country, code, _) in COUNTRIES {
            assert!(!is_language(country) && is_language(code), "{country}");
        }
        assert_eq!(of_country("UA"), Some(("uk", "Ukrainian")));
        assert_eq!(of_country("se"), None);
    }
}
