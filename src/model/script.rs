//! What scripts have in common.

/// Letters of scripts that put no space between words.
#[must_use]
pub fn is_without_spaces(c: char) -> bool {
    matches!(
        c,
        '\u{0e00}'..='\u{0eff}'      // Thai, Lao
        | '\u{0f00}'..='\u{0fff}'    // Tibetan
        | '\u{1000}'..='\u{109f}'    // Myanmar
        | '\u{1780}'..='\u{17ff}'    // Khmer
        | '\u{2e80}'..='\u{312f}'    // Han radicals, kana, bopomofo
        | '\u{31a0}'..='\u{31ff}'
        | '\u{3400}'..='\u{9fff}'    // Han
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}'
    )
}
