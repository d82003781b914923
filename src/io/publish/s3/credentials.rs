//! Credentials for the store: from the environment, or a profile of the AWS tools. Never from
//! `dateline.yaml`.

use std::path::PathBuf;

use rusty_s3::Credentials;

use crate::io::write::error::Refusal;

/// Finds them.
///
/// # Errors
/// Where there are none.
pub fn find() -> Result<Credentials, Refusal> {
    let of = |name: &str| std::env::var(name).ok().filter(|it| !it.is_empty());
    if let (Some(key), Some(secret)) = (of("AWS_ACCESS_KEY_ID"), of("AWS_SECRET_ACCESS_KEY")) {
        return Ok(made(key, secret, of("AWS_SESSION_TOKEN")));
    }
    let profile = of("AWS_PROFILE").unwrap_or_else(|| "default".to_owned());
    let home = || of("HOME").or_else(|| of("USERPROFILE"));
    let file = of("AWS_SHARED_CREDENTIALS_FILE").map(PathBuf::from);
    let file = file.or_else(|| home().map(|it| PathBuf::from(it).join(".aws/credentials")));
    let text = file.and_then(|file| std::fs::read_to_string(file).ok()).unwrap_or_default();
    from_profile(&text, &profile).ok_or_else(|| {
        let help = "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, or name a \
                    profile of ~/.aws/credentials in AWS_PROFILE";
        Refusal::new("no credentials for the store were found", help)
    })
}

fn made(key: String, secret: String, token: Option<String>) -> Credentials {
    match token {
        Some(token) => Credentials::new_with_token(key, secret, token),
        None => Credentials::new(key, secret),
    }
}

fn from_profile(text: &str, profile: &str) -> Option<Credentials> {
    let (mut inside, mut key, mut secret, mut token) = (false, None, None, None);
    for line in text.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
            inside = name.trim() == profile;
        } else if let Some((name, value)) = line.split_once('=').filter(|_| inside) {
            let value = Some(value.trim().to_owned());
            match name.trim() {
                "aws_access_key_id" => key = value,
                "aws_secret_access_key" => secret = value,
                "aws_session_token" => token = value,
                _ => {}
            }
        }
    }
    Some(made(key?, secret?, token))
}

#[cfg(test)]
mod tests {
    use super::from_profile;

    #[test]
    fn a_profile_is_found_by_its_name() {
        let text = "[default]\naws_access_key_id = a\naws_secret_access_key=b\n[x]\naws_access_key_id=c\naws_secret_access_key = d\n";
        assert_eq!(from_profile(text, "default").unwrap().key(), "a");
        assert_eq!(from_profile(text, "x").unwrap().key(), "c");
        assert!(from_profile(text, "y").is_none());
    }
}
