use super::*;

#[test]
fn a_base_url_is_taken_in_its_usual_forms_and_refused_in_others() {
    for (text, full, path) in [
        ("https://example.org", "https://example.org/", "/"),
        ("http://School.github.io/hub", "http://school.github.io/hub/", "/hub/"),
        ("https://localhost:8080/a/b/", "https://localhost:8080/a/b/", "/a/b/"),
        ("https://x.org/a%20b", "https://x.org/a%20b/", "/a%20b/"),
    ] {
        let url = BaseUrl::parse(text).expect(text);
        assert_eq!((url.as_str(), url.path()), (full, path));
    }
    for text in [
        "example.org",
        "ftp://x.org",
        "https://",
        "https://a b/",
        "https://x.org/?q",
        "https://u@x.org/",
        "https://x.org/../y",
        "https://x.org/%2e%2E/y",
        "https://x.org/%2/",
        "https://x.org/a%2fb/",
        "https://x.org/%ff/",
        "javascript://x",
    ] {
        assert!(BaseUrl::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_configuration_reports_all_its_mistakes_at_once() {
    let (_, _, findings) = read(
        "titel: x\nbaseURL: y\nlanguage: english\nchecks: {broken-link: sometimes}\nvocabularies: {themes: 3, colours: []}\n",
    );
    let said: Vec<&str> = findings.iter().map(|finding| finding.code.name).collect();
    assert_eq!(
        said,
        ["unknown-field", "unknown-field", "missing-field", "wrong-value", "unknown-value", "unknown-field"],
        "{findings:#?}"
    );
    assert_eq!(findings[1].help.as_deref(), Some("here it is \"base_url\""));
}
