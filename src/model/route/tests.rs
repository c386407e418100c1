use proptest::prelude::*;

use super::*;

fn languages() -> Vec<Language> {
    vec![Language::main("en"), Language::further("es")]
}

fn route(language: &Language, place: Place) -> Route {
    Route { language: language.clone(), place }
}

fn segment() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9_é]{1,8}(-[a-z]{1,4})?",
        Just("all".to_owned()),
        Just("tags".to_owned()),
        Just("2".to_owned()),
        Just("es".to_owned()),
        Just("theme".to_owned()),
        Just("index.html".to_owned()),
    ]
}

proptest! {
    /// Route → path → route is the identity for every route that a path gives, and every path has one.
    #[test]
    fn a_path_has_one_route_and_the_route_has_this_path(segments in prop::collection::vec(segment(), 1..5), page in any::<bool>()) {
        let mut text = segments.join("/");
        if page { text.push_str("/index.html"); }
        let path = OutputPath::new(&text).expect("a path");
        let route = Route::of(&path, &languages()).expect("a route");
        prop_assert_eq!(route.output_path(), Some(path));
    }
}

#[test]
fn every_kind_of_route_comes_back_from_its_path() {
    let vocabulary = VocabularyName::Tags;
    for language in &languages() {
        for place in [
            Place::Page(String::new()),
            Place::Page("guides/two-by-ten".into()),
            Place::Listing { folder: "guides".into(), group: "a".into(), part: 1 },
            Place::Listing { folder: "guides".into(), group: "a".into(), part: 3 },
            Place::Vocabulary(vocabulary),
            Place::Term { vocabulary, term: "trust".into(), part: 1 },
            Place::Term { vocabulary, term: "trust".into(), part: 2 },
        ] {
            let route = route(language, place);
            let path = route.output_path().expect("a path");
            assert_eq!(Route::of(&path, &languages()), Some(route), "{path}");
        }
    }
    for place in [Place::NotFound, Place::Theme("style.css".into()), Place::File("guides/photo.jpg".into())] {
        let route = Route::file(place, &languages()[0]);
        assert_eq!(Route::of(&route.output_path().expect("a path"), &languages()), Some(route));
    }
}

#[test]
fn a_file_beside_a_page_has_a_path_of_its_own_that_leads_back_to_it() {
    let [en, es] = [Language::main("en"), Language::further("es")];
    for (language, page, path) in [
        (&en, "", "feed.xml"),
        (&en, "guides", "guides/feed.xml"),
        (&es, "", "es/feed.xml"),
        (&es, "guides", "es/guides/feed.xml"),
    ] {
        let beside = route(language, Place::Page(page.into())).beside("feed.xml", &en);
        let output = beside.output_path().expect("a path");
        assert_eq!(output.as_str(), path);
        assert_eq!(Route::of(&output, &languages()), Some(beside));
    }
}

#[test]
fn ways_are_relative_and_encoded() {
    let en = Language::main("en");
    let page = |path: &str| route(&en, Place::Page(path.into()));
    assert_eq!(page("guides/a").way(&page("prompts/b"), Edition::Web), "../../prompts/b/");
    assert_eq!(page("guides/a").way(&page(""), Edition::Web), "../../");
    assert_eq!(page("").way(&page(""), Edition::Web), "./");
    assert_eq!(page("").way(&page("guías"), Edition::Offline), "gu%C3%ADas/index.html");
    assert_eq!(route(&Language::further("es"), Place::Page("a".into())).way(&page("b"), Edition::Web), "../../b/");
}

#[test]
fn a_name_becomes_a_slug_in_any_script() {
    for (name, slugged) in [
        ("Two by Ten!", "two-by-ten"),
        ("What's  next?", "whats-next"),
        ("Año Nuevo", "año-nuevo"),
        ("مرحبا بكم", "مرحبا-بكم"),
        ("हिन्दी", "हिन्दी"),
        ("v1.2", "v1-2"),
        ("???", ""),
    ] {
        assert_eq!(slug(name), slugged);
    }
}

#[test]
fn an_alias_names_the_place_an_old_address_had() {
    assert_eq!(alias_place("/old/path/"), Place::Page("old/path".into()));
    assert_eq!(alias_place("old.html"), Place::File("old.html".into()));
    assert_eq!(alias_place("/a/index.html"), Place::Page("a".into()));
}
