//! Making a picture at all its sizes: those that were kept are taken as they are, the others are made of
//! the source, which is read and decoded once.

use super::{Failure, Made, Order, Worker, all_of, opened, whole};
use crate::digest::Digest;
use crate::disk::read;
use crate::image::sizes::Cut;
use crate::output::Output;
use crate::path::{OutputPath, SitePath};

/// A picture, and the outputs that are made of it.
pub(super) struct Wanted<'a> {
    pub(super) source: &'a SitePath,
    /// The digest it had when the site was read.
    pub(super) digest: Digest,
    /// The positions of the outputs, and what of the picture each one is.
    pub(super) cuts: Vec<(usize, Cut)>,
}

/// Makes all outputs that are made of the picture `wanted`. Where that fails it is told once.
pub(super) fn all(
    order: &Order<'_>,
    worker: &mut Worker,
    outputs: &[(&OutputPath, &Output)],
    wanted: &Wanted<'_>,
) -> Result<Vec<(usize, Made)>, Failure> {
    let Wanted { source, digest, cuts } = wanted;
    let mut made = Vec::with_capacity(cuts.len());
    let mut missing = Vec::new();
    for (at, cut) in cuts {
        match order.pictures.kept(*digest, *cut) {
            Some(bytes) => made.push((*at, whole(order, worker, outputs[*at].0, &bytes)?)),
            None => missing.push((*at, *cut)),
        }
    }
    if missing.is_empty() {
        return Ok(made);
    }
    let (mut file, _) = opened(order, source)?;
    let bytes = all_of(&mut file, source, *digest)?;
    let mut positions = missing.iter().map(|(at, _)| *at);
    let cuts = missing.iter().map(|(_, cut)| *cut);
    let written = order.pictures.make(*digest, &bytes, cuts, |bytes| {
        if (order.interrupted)() {
            return Err(Failure::Stopped);
        }
        let Some(at) = positions.next() else { return Ok(()) };
        made.push((at, whole(order, worker, outputs[at].0, &bytes)?));
        Ok(())
    });
    match written {
        Ok(written) => written.map(|()| made),
        Err(problem) => Err(Failure::Finding(Box::new(read::image_finding(source, &problem)))),
    }
}
