//! The files of search, each with what makes it.

use std::sync::{Arc, LazyLock};

use crate::model::site::Site;
use crate::output::{Ahead, Output};
use crate::path::OutputPath;
use crate::render::context::named::Named;
use crate::render::words::Words;
use crate::search::shape::{Shape, shapes};
use crate::search::{Index, Names, index, texts};

/// An index that is made when the first of its files is asked for.
type Later = Arc<LazyLock<Index, Box<dyn FnOnce() -> Index + Send>>>;

/// Adds the files of every language's index. Gives what makes the indexes.
pub fn add(outputs: &mut Vec<(OutputPath, Output)>, site: &Arc<Site>, words: &Arc<Words>) -> Vec<Ahead> {
    let mut ahead: Vec<Ahead> = Vec::new();
    let wanted = site.settings.config.search != Some(false);
    for shape in shapes(site).into_iter().filter(|_| wanted) {
        let shape = Arc::new(shape);
        let index = later(site, words, &shape);
        let begun = Arc::clone(&index);
        ahead.push(Arc::new(move || {
            LazyLock::force(&begun);
        }));
        let made = |get: fn(&Index, usize) -> &[u8], at: usize| {
            let index = Arc::clone(&index);
            Output::made("search", move || Ok(get(&index, at).to_vec()))
        };
        let mut files = vec![
            (shape.entry(site), made(|index, _| &index.entry, 0)),
            (shape.spelling_file(site), made(|index, _| &index.spelling, 0)),
        ];
        files.extend((0..shape.words).map(|at| (shape.word_file(site, at), made(|index, at| &index.words[at], at))));
        files.extend((0..shape.cards).map(|at| (shape.card_file(site, at), made(|index, at| &index.cards[at], at))));
        for (at, pieces) in &shape.texts {
            for piece in 0..*pieces {
                let Some(route) = shape.text_file(site, site.entry(*at), piece) else { continue };
                let (site, at) = (Arc::clone(site), *at);
                files.push((route, Output::made("search", move || Ok(texts::text(&site, at, piece)))));
            }
        }
        outputs.extend(files.into_iter().filter_map(|(route, output)| Some((route.output_path()?, output))));
    }
    ahead
}

fn later(site: &Arc<Site>, words: &Arc<Words>, shape: &Arc<Shape>) -> Later {
    let (site, words, shape) = (Arc::clone(site), Arc::clone(words), Arc::clone(shape));
    Arc::new(LazyLock::new(Box::new(move || {
        let named = Named { site: &site, language: &shape.language, words: words.of(&shape.language) };
        let text = |key: &str| named.words.text(key).to_owned();
        let term = |name, at: usize| named.term(name, &site.vocabularies[&name].terms()[at]).0.to_owned();
        index(&site, &shape, &Names { text: &text, term: &term })
    })))
}
