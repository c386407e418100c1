//! The contact: where readers of a site write to.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::model::config::is_host;

/// Where readers write to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// An e-mail address, such as `office@our-school.org`.
    Mail(String),
    /// The full address of a page, such as one with a form.
    Page(String),
}

impl Contact {
    /// The contact that `text` is.
    ///
    /// # Errors
    /// Says in one line what is wrong, in a second what to write.
    pub fn parse(text: &str) -> Result<Self, String> {
        let plain = text.trim();
        let plain = plain.strip_prefix("mailto:").unwrap_or(plain);
        let has_odd = plain.chars().any(|c| c.is_whitespace() || c.is_control() || "\"'<>\\`,;".contains(c));
        if let Some(rest) = plain.strip_prefix("https://").or_else(|| plain.strip_prefix("http://")) {
            let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
            if is_host(host) && host.contains('.') && !has_odd {
                return Ok(Self::Page(plain.to_owned()));
            }
        } else if let Some((name, host)) = plain.split_once('@') {
            let is_name = !name.is_empty() && !name.contains(['/', '?', '&', '%', ':']);
            if is_name && is_host(host) && host.contains('.') && !has_odd {
                return Ok(Self::Mail(plain.to_owned()));
            }
        }
        Err(format!(
            "\"{text}\" is neither an e-mail address nor the full address of a page\nwrite one of the two: office@our-school.org or https://our-school.org/contact"
        ))
    }

    /// What a link to it leads to.
    pub fn href(&self) -> String {
        match self {
            Self::Mail(address) => format!("mailto:{address}"),
            Self::Page(address) => address.clone(),
        }
    }

    /// How it is shown.
    pub fn shown(&self) -> &str {
        match self {
            Self::Mail(address) => address,
            Self::Page(address) => {
                address.split_once("://").map_or(address.as_str(), |(_, rest)| rest.trim_end_matches('/'))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Contact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_an_e_mail_address_or_a_page() {
        for (text, href, shown) in [
            ("office@our-school.org", "mailto:office@our-school.org", "office@our-school.org"),
            ("mailto:a.b+c@x.example", "mailto:a.b+c@x.example", "a.b+c@x.example"),
            (
                "https://our-school.org/contact?to=hub",
                "https://our-school.org/contact?to=hub",
                "our-school.org/contact?to=hub",
            ),
            ("http://our-school.org/", "http://our-school.org/", "our-school.org"),
        ] {
            let contact = Contact::parse(text).expect(text);
            assert_eq!((contact.href().as_str(), contact.shown()), (href, shown));
        }
        for text in [
            "",
            "office",
            "office@",
            "@x.org",
            "office@localhost",
            "a b@x.org",
            "a@b@x.org",
            "a@x.org?subject=x",
            "a%0a@x.org",
            "our-school.org/contact",
            "https://",
            "https://localhost/",
            "https://x.org/\"><b>",
            "javascript:alert(1)",
            "555 1234",
            "a@x.org, b@x.org",
        ] {
            assert!(Contact::parse(text).is_err(), "{text}");
        }
    }
}
